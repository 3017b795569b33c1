package dev.perennial.notifier.wording;

import dev.perennial.contracts.alert.AlertContent;
import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.Money;
import dev.perennial.domain.alert.AlertType;
import dev.perennial.notifier.ledger.Notice;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is said of a subscription. */
final class SubscriptionWords implements Words {

  /** In words that fit anything, rather than not at all. */
  private static final String OTHER = "other";

  private final Wording wording;
  private final Notice notice;
  private final AlertContent.OfSubscription content;

  /** Empty for what a later release raises, and for what lacks what its words need. */
  private final Optional<AlertType> type;

  SubscriptionWords(Wording wording, Notice notice, AlertContent.OfSubscription content) {
    this.wording = wording;
    this.notice = notice;
    this.content = content;
    this.type = AlertType.byName(notice.alertType()).filter(this::hasWhatItTells);
  }

  private boolean hasWhatItTells(AlertType named) {
    return switch (named) {
      case CANCELLATION_DEADLINE -> content.renewalOn() != null;
      case PRICE_CHANGED -> content.previousAmount() != null;
      case RENEWAL_UPCOMING,
          TRIAL_ENDING,
          PAYMENT_FAILED,
          PAYMENT_MISSING,
          PAYMENT_UNEXPECTED,
          PAYMENT_DUPLICATE,
          SUBSCRIPTION_ENDED ->
          true;
      case BUDGET_EXCEEDED, BUDGET_RECOVERED, DIGEST_WEEKLY, DIGEST_MONTHLY -> false;
    };
  }

  @Override
  public String title() {
    return say(key() + ".title" + type.map(this::kindOfTitle).orElse(""));
  }

  private String kindOfTitle(AlertType named) {
    return switch (named) {
      case RENEWAL_UPCOMING -> new Renewal(notice, content).title();
      case TRIAL_ENDING, CANCELLATION_DEADLINE -> Wording.when(notice.daysLeft());
      case PRICE_CHANGED -> PriceChange.of(content) == PriceChange.SAME ? ".same" : "";
      case PAYMENT_UNEXPECTED -> undue();
      case PAYMENT_FAILED,
          PAYMENT_MISSING,
          PAYMENT_DUPLICATE,
          SUBSCRIPTION_ENDED,
          BUDGET_EXCEEDED,
          BUDGET_RECOVERED,
          DIGEST_WEEKLY,
          DIGEST_MONTHLY ->
          "";
    };
  }

  @Override
  public String text() {
    return say(key() + ".text" + type.map(this::kindOfText).orElse(""));
  }

  private String kindOfText(AlertType named) {
    var payer = content.collection() == CollectionMode.MANUAL ? ".manual" : ".auto";
    return switch (named) {
      case RENEWAL_UPCOMING -> new Renewal(notice, content).text();
      case PAYMENT_UNEXPECTED -> undue() + payer;
      case TRIAL_ENDING,
          CANCELLATION_DEADLINE,
          PAYMENT_FAILED,
          PAYMENT_DUPLICATE,
          SUBSCRIPTION_ENDED ->
          payer;
      case PRICE_CHANGED -> "." + PriceChange.of(content).key() + payer;
      case PAYMENT_MISSING, BUDGET_EXCEEDED, BUDGET_RECOVERED, DIGEST_WEEKLY, DIGEST_MONTHLY -> "";
    };
  }

  @Override
  public String intro() {
    return text();
  }

  @Override
  public List<Fact> facts() {
    var facts = new Facts(wording);
    facts.add("amount." + key(), wording.money(content.amount()));
    facts.addIfPresent("previousAmount", content.previousAmount(), wording::money);
    facts.addIfPresent("expectedAmount", content.expectedAmount(), wording::money);
    PriceChange.difference(content)
        .filter(difference -> !difference.isZero())
        .ifPresent(difference -> facts.add("difference", wording.change(difference)));
    facts.add("day." + key(), wording.date(notice.dueOn()));
    facts.addIfPresent("renewalOn", content.renewalOn(), wording::date);
    facts.addIfPresent("payment", content.paymentId(), OneLine::of);
    facts.addIfPresent("duplicateOf", content.duplicateOf(), OneLine::of);
    facts.addIfPresent("vendor", content.vendor(), OneLine::of);
    facts.add("category", OneLine.of(content.category()));
    return facts.inOrder();
  }

  @Override
  public String why() {
    return wording.label("why");
  }

  @Override
  public @Nullable String url() {
    return content.url();
  }

  /** What the keys of its texts begin with. */
  private String key() {
    return type.map(AlertType::wireName).orElse(OTHER);
  }

  private String say(String key) {
    return wording.say(
        key,
        OneLine.of(content.subscriptionName()),
        notice.daysLeft(),
        wording.money(content.amount()),
        wording.date(notice.dueOn()),
        content.renewalOn() == null ? "" : wording.date(content.renewalOn()),
        moneyOrNothing(content.previousAmount()),
        PriceChange.difference(content).map(Wording::withoutSign).map(wording::money).orElse(""),
        moneyOrNothing(content.expectedAmount()));
  }

  private String moneyOrNothing(@Nullable Money money) {
    return money == null ? "" : wording.money(money);
  }

  /** A payment that was not due at all, or one whose amount is off. */
  private String undue() {
    return content.expectedAmount() == null ? ".undue" : "";
  }
}
