package dev.perennial.dashboard.period;

import static dev.perennial.dashboard.projection.ProjectionDatabase.SUBSCRIPTIONS;

import com.mongodb.client.model.Projections;
import dev.perennial.dashboard.projection.Fields;
import dev.perennial.dashboard.projection.ProjectionDatabase;
import dev.perennial.dashboard.subscriber.Subscriber;
import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.reckoning.Agreed;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** Reads what charges are expected by. */
@Component
class Agreements {

  private static final Bson NEEDED =
      Projections.include(
          "subscriptionId",
          "priceHistory",
          "trialEnds",
          "endsOn",
          "agreed",
          "collection",
          "paidSince");

  private record Known(String subscriptionId, Agreed agreed) {

    static Known read(Fields fields) {
      return new Known(
          fields.text("subscriptionId"),
          new Agreed(
              fields.outlook(),
              fields.constant("collection", CollectionMode.class),
              fields.optionalDate("paidSince").orElse(null)));
    }
  }

  private final ProjectionDatabase database;

  Agreements(ProjectionDatabase database) {
    this.database = database;
  }

  /** By the subscriptions' ids, ended ones included. */
  Map<String, Agreed> of(Subscriber subscriber) {
    return ProjectionDatabase.read(
            SUBSCRIPTIONS,
            database
                .find(SUBSCRIPTIONS, subscriber.tenantId(), subscriber.subscriberId())
                .projection(NEEDED),
            Known::read)
        .stream()
        .collect(Collectors.toMap(Known::subscriptionId, Known::agreed));
  }
}
