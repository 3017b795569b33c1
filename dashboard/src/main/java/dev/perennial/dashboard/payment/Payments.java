package dev.perennial.dashboard.payment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static dev.perennial.dashboard.projection.ProjectionDatabase.PAYMENTS;

import com.mongodb.client.model.Sorts;
import dev.perennial.dashboard.projection.ProjectionDatabase;
import dev.perennial.dashboard.subscriber.Subscriber;
import dev.perennial.domain.period.Period;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.bson.conversions.Bson;
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

  /**
   * All payments of these local days, and all of the due dates that are scheduled between others.
   *
   * @param days on which they were paid
   * @param scheduled the due dates that they belong to
   */
  public List<LedgerPayment> ofDays(Subscriber subscriber, Period days, Period scheduled) {
    return ProjectionDatabase.read(
        PAYMENTS,
        database.find(
            PAYMENTS,
            subscriber.tenantId(),
            subscriber.subscriberId(),
            or(within("paidOn", days), within("matches", scheduled))),
        LedgerPayment::read);
  }

  private static Bson within(String field, Period days) {
    return and(gte(field, midnight(days.from())), lt(field, midnight(days.until())));
  }

  private static Date midnight(LocalDate date) {
    return Date.from(date.atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
