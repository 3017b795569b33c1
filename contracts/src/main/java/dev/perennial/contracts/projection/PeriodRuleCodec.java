package dev.perennial.contracts.projection;

import dev.perennial.domain.period.PeriodRule;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonInvalidOperationException;

/** Where a subscriber's periods begin, as the subscriptions' documents say it. */
public final class PeriodRuleCodec {

  private static final String FIELD = "periodStartsOn";

  private PeriodRuleCodec() {}

  static void write(DocumentBuilder document, PeriodRule rule) {
    document.document(
        FIELD,
        switch (rule) {
          case PeriodRule.Monthly monthly ->
              new DocumentBuilder().number("dayOfMonth", monthly.dayOfMonth());
          case PeriodRule.Weekly weekly ->
              new DocumentBuilder().number("weeks", weekly.weeks()).day("from", weekly.from());
        });
  }

  /**
   * The rule of a stored subscription; empty where the subscriber has said nothing.
   *
   * @throws UnreadableOutlookException if it is not what {@link SubscriptionDocument} writes
   */
  public static Optional<PeriodRule> read(BsonDocument subscription) {
    try {
      return subscription.containsKey(FIELD)
          ? Optional.of(rule(subscription.getDocument(FIELD)))
          : Optional.empty();
    } catch (BsonInvalidOperationException | IllegalArgumentException e) {
      throw new UnreadableOutlookException(e);
    }
  }

  private static PeriodRule rule(BsonDocument document) {
    return document.containsKey("dayOfMonth")
        ? new PeriodRule.Monthly(document.getNumber("dayOfMonth").intValue())
        : new PeriodRule.Weekly(
            document.getNumber("weeks").intValue(), OutlookCodec.day(document, "from"));
  }
}
