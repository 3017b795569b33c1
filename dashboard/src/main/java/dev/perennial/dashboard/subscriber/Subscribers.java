package dev.perennial.dashboard.subscriber;

import static com.mongodb.client.model.Sorts.descending;
import static dev.perennial.dashboard.projection.ProjectionDatabase.PAYMENTS;
import static dev.perennial.dashboard.projection.ProjectionDatabase.SUBSCRIBER_TOTALS;
import static dev.perennial.dashboard.projection.ProjectionDatabase.SUBSCRIPTIONS;
import static dev.perennial.dashboard.projection.ProjectionDatabase.ofTenant;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.perennial.dashboard.projection.Fields;
import dev.perennial.dashboard.projection.ProjectionDatabase;
import dev.perennial.domain.period.PeriodRule;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** Finds a tenant's subscribers. One exists from its first projected document on. */
@Component
public class Subscribers {

  private static final List<String> COLLECTIONS_WITH_SUBSCRIBERS =
      List.of(SUBSCRIPTIONS, PAYMENTS, SUBSCRIBER_TOTALS);

  private final ProjectionDatabase database;
  private final Clock clock;

  Subscribers(ProjectionDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * @throws SubscriberNotFoundException if this tenant has none of that id
   */
  public Subscriber require(String tenantId, String subscriberId) {
    return find(tenantId, subscriberId).orElseThrow(SubscriberNotFoundException::new);
  }

  public Optional<Subscriber> find(String tenantId, String subscriberId) {
    return COLLECTIONS_WITH_SUBSCRIBERS.stream()
        .flatMap(collection -> newest(collection, tenantId, subscriberId).stream())
        .findFirst()
        .map(fields -> subscriber(tenantId, subscriberId, fields));
  }

  /**
   * The tenant's subscribers in the order of their ids.
   *
   * @param part what the id must contain, in any case; empty for all
   * @param limit at most so many
   */
  public List<SubscriberEntry> list(String tenantId, String part, int limit) {
    Bson wanted =
        Filters.and(ofTenant(tenantId), Filters.regex("subscriberId", Pattern.quote(part), "i"));
    List<Bson> pipeline =
        List.of(
            Aggregates.match(wanted),
            Aggregates.project(only("subscriptions", 1)),
            Aggregates.unionWith(
                SUBSCRIBER_TOTALS,
                List.of(Aggregates.match(wanted), Aggregates.project(only("subscriptions", 0)))),
            Aggregates.group("$subscriberId", Accumulators.sum("subscriptions", "$subscriptions")),
            Aggregates.sort(Sorts.ascending("_id")),
            Aggregates.limit(limit));
    List<SubscriberEntry> entries = new ArrayList<>();
    for (Document line : database.collection(SUBSCRIPTIONS).aggregate(pipeline)) {
      Fields fields = new Fields(SUBSCRIPTIONS, line);
      entries.add(new SubscriberEntry(fields.text("_id"), fields.integer("subscriptions")));
    }
    return entries;
  }

  private static Bson only(String count, int value) {
    return Projections.fields(
        Projections.include("subscriberId"), Projections.computed(count, literal(value)));
  }

  private static Document literal(int value) {
    return new Document("$literal", value);
  }

  private Optional<Fields> newest(String collection, String tenantId, String subscriberId) {
    Document found =
        database
            .find(collection, tenantId, subscriberId, Filters.exists("partition"))
            .projection(Projections.include("zone", "partition", "periodStartsOn"))
            .sort(descending("version"))
            .first();
    return Optional.ofNullable(found).map(document -> new Fields(collection, document));
  }

  private Subscriber subscriber(String tenantId, String subscriberId, Fields fields) {
    ZoneId zone = fields.optionalText("zone").map(ZoneId::of).orElse(ZoneOffset.UTC);
    return new Subscriber(
        tenantId,
        subscriberId,
        zone,
        fields.integer("partition"),
        LocalDate.ofInstant(clock.instant(), zone),
        fields.periodRule().orElse(PeriodRule.CALENDAR_MONTHS));
  }
}
