package dev.perennial.dashboard.projection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The serving epoch's projections; within one request always the same epoch's. Every read names its
 * tenant, leaves out what was erased, and ends within the database's time limit.
 */
public final class ProjectionDatabase {

  public static final String SUBSCRIPTIONS = "subscriptions";
  public static final String PAYMENTS = "payments";
  public static final String SUBSCRIBER_TOTALS = "subscriber-totals";
  public static final String TENANT_TOTALS = "tenant-totals";
  public static final String DELIVERIES = "deliveries";
  public static final String WATERMARKS = "watermarks";

  private final Supplier<MongoDatabase> serving;

  /**
   * @param serving the database to read now, with its time limit set
   */
  public ProjectionDatabase(Supplier<MongoDatabase> serving) {
    this.serving = serving;
  }

  public MongoCollection<Document> collection(String name) {
    return serving.get().getCollection(name);
  }

  /** The subscriber's documents of one collection. */
  public FindIterable<Document> find(
      String collection, String tenantId, String subscriberId, Bson... filters) {
    List<Bson> all = new ArrayList<>(List.of(filters));
    all.add(ofTenant(tenantId));
    all.add(eq("subscriberId", subscriberId));
    return collection(collection).find(and(all));
  }

  /** Reads each document found with its collection's name in the errors. */
  public static <T> List<T> read(
      String collection, FindIterable<Document> found, Function<Fields, T> reader) {
    return StreamSupport.stream(found.spliterator(), false)
        .map(document -> reader.apply(new Fields(collection, document)))
        .toList();
  }

  /** The filter that every read starts from. */
  public static Bson ofTenant(String tenantId) {
    return and(eq("tenantId", tenantId), ne("erased", true));
  }
}
