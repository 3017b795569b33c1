package dev.perennial.domain.exchange;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses rates: of a day and the {@value #OLDEST} before it the newest date on which one base has
 * a rate for both currencies, there first a base that is one of the two, then by its code. Asks the
 * table once for what is the same, and never where the currencies are.
 */
public final class Exchange {

  /** Days; rates are published on working days, so the newest is seldom older than four. */
  public static final int OLDEST = 7;

  private final RateTable table;
  private final Map<Question, Conversion> answers = new HashMap<>();

  private record Question(Currency from, Currency to, LocalDate day) {}

  public Exchange(RateTable table) {
    this.table = table;
  }

  /**
   * @param to null where nobody has said to which currency
   * @param day the local day whose rate counts
   */
  public Conversion conversion(Currency from, @Nullable Currency to, LocalDate day) {
    if (to == null) {
      return new Conversion.Unasked();
    }
    return from.equals(to)
        ? new Conversion.Same()
        : answers.computeIfAbsent(new Question(from, to, day), this::answer);
  }

  private Conversion answer(Question question) {
    for (int age = 0; age <= OLDEST; age++) {
      Optional<AppliedRate> rate = rate(question, question.day().minusDays(age));
      if (rate.isPresent()) {
        return new Conversion.ByRate(rate.get(), question.to());
      }
    }
    return new Conversion.Missing(question.to());
  }

  private Optional<AppliedRate> rate(Question question, LocalDate date) {
    Comparator<AppliedRate> ownFirst =
        Comparator.comparing(
            rate -> !rate.base().equals(question.from()) && !rate.base().equals(question.to()));
    return table.on(date).stream()
        .flatMap(publication -> applied(question, publication).stream())
        .min(ownFirst.thenComparing(rate -> rate.base().getCurrencyCode()));
  }

  private static Optional<AppliedRate> applied(Question question, Publication publication) {
    ExchangeRates rates = publication.rates();
    return rates
        .of(question.from())
        .flatMap(
            from ->
                rates
                    .of(question.to())
                    .map(
                        to ->
                            new AppliedRate(
                                rates.base(),
                                rates.date(),
                                rates.source(),
                                from,
                                to,
                                publication.receivedAt())));
  }
}
