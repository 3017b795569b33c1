package dev.perennial.domain.fold;

import dev.perennial.domain.Money;
import dev.perennial.domain.Share;
import dev.perennial.domain.exchange.Exchange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** What agreement, subscriber and rates say of the moment of a payment. */
record Circumstances(Subscriber subscriber, Agreement agreement, Exchange exchange) {

  LocalDate dayOf(Instant moment) {
    return subscriber.dayOf(moment);
  }

  String categoryOn(LocalDate day) {
    String category = agreement.isStarted() ? agreement.categories.at(day) : null;
    return category == null ? Derivation.UNCATEGORISED : category;
  }

  @Nullable Share shareOn(LocalDate day) {
    return agreement.isStarted() ? agreement.shares.at(day) : null;
  }

  /** The subscriber's part of an amount that was paid on a day. */
  Money part(Money whole, LocalDate day) {
    Share share = shareOn(day);
    return share == null ? whole : share.in(whole);
  }

  /** What amounts of a currency come to that were paid at a moment. */
  Payment.Worth worth(Currency currency, Instant paidAt) {
    LocalDate day = dayOf(paidAt);
    return new Payment.Worth(
        exchange.conversion(currency, subscriber.homeCurrencyAt(paidAt).orElse(null), day),
        exchange.conversion(currency, subscriber.reportingCurrencyAt(paidAt).orElse(null), day));
  }
}
