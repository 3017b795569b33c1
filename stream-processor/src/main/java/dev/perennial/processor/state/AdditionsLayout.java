package dev.perennial.processor.state;

import dev.perennial.domain.Money;
import dev.perennial.domain.exchange.Converted;
import dev.perennial.domain.rate.Movement;
import dev.perennial.domain.total.Additions;
import dev.perennial.domain.total.Contribution;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;

/**
 * What a subscription adds to totals. Most of it is in one category and one currency, which is the
 * home currency: that is then said by flags alone. One layout for one value: it remembers what came
 * last.
 */
final class AdditionsLayout {

  private static final int CATEGORY_KEPT = 0b01;
  private static final int CURRENCY_KEPT = 0b10;
  private static final int REST = 2;

  /** Of how an amount comes to another currency. */
  private static final int UNASKED = 0;

  private static final int SAME = 1;
  private static final int OTHER = 2;
  private static final int MISSING = 3;
  private static final int CONVERTED_BITS = 2;

  private LocalDate lastDay = LocalDate.EPOCH;
  private String lastCategory = "";
  private Currency lastCurrency = Currency.getInstance("EUR");

  void write(Additions additions, ByteSink out) {
    out.number(additions.contributions().size());
    additions.contributions().forEach(each -> write(each, out));
    out.number(additions.movements().size());
    additions.movements().forEach(each -> write(each, out));
  }

  private void write(Contribution each, ByteSink out) {
    int home = code(each.home(), each.amount());
    int reporting = code(each.reporting(), each.amount());
    head(each.day(), each.category(), each.amount(), home | reporting << CONVERTED_BITS, out);
    converted(home, each.home(), out);
    converted(reporting, each.reporting(), out);
  }

  private void write(Movement each, ByteSink out) {
    head(each.day(), each.category(), each.amount(), code(each.kind()), out);
  }

  private void head(LocalDate day, String category, Money amount, int rest, ByteSink out) {
    boolean newCategory = !category.equals(lastCategory);
    boolean newCurrency = !amount.currency().equals(lastCurrency);
    out.day(day, lastDay);
    out.number(
        (long) rest << REST
            | (newCategory ? CATEGORY_KEPT : 0)
            | (newCurrency ? CURRENCY_KEPT : 0));
    if (newCategory) {
      out.text(category);
    }
    if (newCurrency) {
      out.text(amount.currency().getCurrencyCode());
    }
    out.big(amount.value().unscaledValue());
    lastDay = day;
    lastCategory = category;
    lastCurrency = amount.currency();
  }

  private static int code(Converted converted, Money amount) {
    return switch (converted) {
      case Converted.Unasked unasked -> UNASKED;
      case Converted.Amount other -> other.amount().equals(amount) ? SAME : OTHER;
      case Converted.Missing missing -> MISSING;
    };
  }

  private static void converted(int code, Converted converted, ByteSink out) {
    if (code == OTHER) {
      out.money(converted.known().orElseThrow());
    }
  }

  Additions read(ByteSource in) {
    List<Contribution> contributions = in.list(() -> contribution(in));
    return new Additions(contributions, in.list(() -> movement(in)));
  }

  private Contribution contribution(ByteSource in) {
    int rest = head(in);
    Money amount = amount(in);
    Converted home = converted(rest & MISSING, amount, in);
    Converted reporting = converted(rest >>> CONVERTED_BITS, amount, in);
    return new Contribution(lastDay, lastCategory, amount, home, reporting);
  }

  private Movement movement(ByteSource in) {
    int rest = head(in);
    return new Movement(lastDay, kind(rest), lastCategory, amount(in));
  }

  private int head(ByteSource in) {
    lastDay = in.day(lastDay);
    int flags = in.small();
    lastCategory = (flags & CATEGORY_KEPT) == 0 ? lastCategory : in.text();
    lastCurrency = (flags & CURRENCY_KEPT) == 0 ? lastCurrency : Currency.getInstance(in.text());
    return flags >>> REST;
  }

  private Money amount(ByteSource in) {
    return new Money(new BigDecimal(in.big(), Money.scaleOf(lastCurrency)), lastCurrency);
  }

  private static Converted converted(int code, Money amount, ByteSource in) {
    return switch (code) {
      case UNASKED -> new Converted.Unasked();
      case SAME -> new Converted.Amount(amount);
      case OTHER -> new Converted.Amount(in.money());
      case MISSING -> new Converted.Missing();
      default -> throw new SerializationException("An amount is converted in no known way");
    };
  }

  // Codes of their own: the order of an enum's constants is nobody's promise.

  private static int code(Movement.Kind kind) {
    return switch (kind) {
      case NEW -> 0;
      case EXPANSION -> 1;
      case REACTIVATION -> 2;
      case CONTRACTION -> 3;
      case CHURN -> 4;
    };
  }

  private static Movement.Kind kind(int code) {
    return switch (code) {
      case 0 -> Movement.Kind.NEW;
      case 1 -> Movement.Kind.EXPANSION;
      case 2 -> Movement.Kind.REACTIVATION;
      case 3 -> Movement.Kind.CONTRACTION;
      case 4 -> Movement.Kind.CHURN;
      default -> throw new SerializationException("A movement is of no known kind");
    };
  }
}
