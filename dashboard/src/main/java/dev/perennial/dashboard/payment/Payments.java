package dev.perennial.dashboard.payment;

import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static dev.perennial.dashboard.projection.ProjectionDatabase.PAYMENTS;

import com.mongodb.client.model.Sorts;
import dev.perennial.dashboard.projection.ProjectionDatabase;
import dev.perennial.dashboard.subscriber.Subscriber;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads a subscriber's payments. */
@Component
public class Payments {

  private final ProjectionDatabase database;

  Payments(ProjectionDatabase database) {
    this.database = database;
  }

  /** The newest payments, newest first. */
  public List<Payment> newest(Subscriber subscriber, int limit) {
    return ProjectionDatabase.read(
        PAYMENTS,
        database
            .find(PAYMENTS, subscriber.tenantId(), subscriber.subscriberId())
            .sort(Sorts.descending("paidAt", "paymentId"))
            .limit(limit),
        Payment::read);
  }

  /** All payments of these local days, both included. */
  public List<Payment> paidBetween(Subscriber subscriber, LocalDate from, LocalDate to) {
    return ProjectionDatabase.read(
        PAYMENTS,
        database.find(
            PAYMENTS,
            subscriber.tenantId(),
            subscriber.subscriberId(),
            gte("paidOn", midnight(from)),
            lte("paidOn", midnight(to))),
        Payment::read);
  }

  private static Date midnight(LocalDate date) {
    return Date.from(date.atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
