package dev.perennial.dashboard.forecast;

import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static dev.perennial.dashboard.projection.ProjectionDatabase.SUBSCRIPTIONS;

import com.mongodb.client.model.Projections;
import dev.perennial.dashboard.projection.Fields;
import dev.perennial.dashboard.projection.ProjectionDatabase;
import dev.perennial.dashboard.subscriber.Subscriber;
import dev.perennial.domain.forecast.DueCharge;
import dev.perennial.domain.forecast.Forecast;
import dev.perennial.domain.forecast.Horizon;
import dev.perennial.domain.forecast.Outlook;
import java.util.List;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** Forecasts from what the subscriptions' documents say of all that is agreed. */
@Component
public class Forecasts {

  private static final Bson NEEDED =
      Projections.include(
          "subscriptionId", "name", "category", "priceHistory", "trialEnds", "endsOn", "agreed");

  /** One that has ended may still have a last charge ahead, if that was announced. */
  private static final Bson WITH_SOMETHING_AHEAD =
      or(ne("status", "ENDED"), exists("agreed.announced"));

  private final ProjectionDatabase database;

  Forecasts(ProjectionDatabase database) {
    this.database = database;
  }

  /**
   * @param months the rest of the subscriber's month and the whole ones behind it, 1 to 13 together
   * @param listed so many charges are listed, at most; the sums are of all
   */
  public SubscriberForecast of(Subscriber subscriber, int months, int listed) {
    Horizon horizon = Horizon.ofMonths(subscriber.today(), months);
    ForecastSums sums = new ForecastSums(horizon, listed);
    // Read to the end first: the time limit of a read is that of its cursor.
    for (Agreed agreed : agreed(subscriber)) {
      for (DueCharge due : Forecast.of(agreed.outlook(), horizon).charges()) {
        sums.add(agreed.charge(due));
      }
    }
    return sums.sum();
  }

  private List<Agreed> agreed(Subscriber subscriber) {
    return ProjectionDatabase.read(
        SUBSCRIPTIONS,
        database
            .find(
                SUBSCRIPTIONS,
                subscriber.tenantId(),
                subscriber.subscriberId(),
                WITH_SOMETHING_AHEAD)
            .projection(NEEDED),
        Agreed::read);
  }

  private record Agreed(String subscriptionId, String name, String category, Outlook outlook) {

    static Agreed read(Fields fields) {
      return new Agreed(
          fields.text("subscriptionId"),
          fields.text("name"),
          fields.text("category"),
          fields.outlook());
    }

    ForecastCharge charge(DueCharge due) {
      return new ForecastCharge(subscriptionId, name, category, due);
    }
  }
}
