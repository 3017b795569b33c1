package dev.perennial.ingest.stripe;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoClient;
import dev.perennial.contracts.control.ControlDatabase;
import dev.perennial.contracts.control.ServingEpoch;
import dev.perennial.contracts.topic.Projection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Decimal128;

/** Payments as the epoch that serves has them. A request waits for them, three seconds at most. */
final class ProjectedPayments {

  /** Between a charge and the event that its invoice is paid. */
  private static final Duration APART = Duration.ofMinutes(10);

  private static final int SECONDS = 3;
  private static final int MOST = 100;

  private final Supplier<MongoClient> mongodb;
  private final int epochUnlessSwitched;

  ProjectedPayments(Supplier<MongoClient> mongodb, int epochUnlessSwitched) {
    this.mongodb = mongodb;
    this.epochUnlessSwitched = epochUnlessSwitched;
  }

  /** Those of one tenant; asking may end with {@link com.mongodb.MongoException}. */
  Payments ofTenant(String tenantId) {
    return (customer, paymentId, around) -> {
      Bson which = paymentId.map(id -> eq("paymentId", id)).orElseGet(() -> paidAround(around));
      return mongodb
          .get()
          .getDatabase(ServingEpoch.databaseOf(epoch()))
          .getCollection(Projection.PAYMENTS.collection())
          .withTimeout(SECONDS, TimeUnit.SECONDS)
          .find(
              and(
                  eq("tenantId", tenantId),
                  eq("subscriberId", customer),
                  which,
                  in("status", "SUCCEEDED", "PARTIALLY_REFUNDED", "REFUNDED")))
          .limit(MOST)
          .map(ProjectedPayments::known)
          .into(new ArrayList<>());
    };
  }

  private static Bson paidAround(Instant moment) {
    return and(
        gte("paidAt", Date.from(moment.minus(APART))),
        lte("paidAt", Date.from(moment.plus(APART))));
  }

  private int epoch() {
    Document serving =
        mongodb
            .get()
            .getDatabase(ControlDatabase.NAME)
            .getCollection(ControlDatabase.EPOCHS)
            .withTimeout(SECONDS, TimeUnit.SECONDS)
            .find(eq(ServingEpoch.ID))
            .first();
    return serving == null ? epochUnlessSwitched : ServingEpoch.of(serving).epoch();
  }

  private static Payments.Known known(Document document) {
    Document amount = document.get("amount", Document.class);
    return new Payments.Known(
        document.getString("paymentId"),
        document.getString("subscriptionId"),
        amount.get("value", Decimal128.class).bigDecimalValue(),
        amount.getString("currency"),
        document.getDate("paidAt").toInstant());
  }
}
