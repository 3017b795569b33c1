package dev.perennial.dashboard.alert;

import static dev.perennial.dashboard.projection.ProjectionDatabase.DELIVERIES;

import com.mongodb.client.model.Sorts;
import dev.perennial.dashboard.projection.ProjectionDatabase;
import dev.perennial.dashboard.subscriber.Subscriber;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads a subscriber's alerts from what the notifier tells of their deliveries. */
@Component
public class Alerts {

  private final ProjectionDatabase database;

  Alerts(ProjectionDatabase database) {
    this.database = database;
  }

  /**
   * The newest alerts, newest first.
   *
   * @param deliveries how many deliveries to read at most; the last alert may lack some of its own
   */
  public List<Alert> newest(Subscriber subscriber, int deliveries) {
    return Alert.group(
        ProjectionDatabase.read(
            DELIVERIES,
            database
                .find(DELIVERIES, subscriber.tenantId(), subscriber.subscriberId())
                .sort(Sorts.descending("raisedAt", "alertId"))
                .limit(deliveries),
            Delivery::read));
  }
}
