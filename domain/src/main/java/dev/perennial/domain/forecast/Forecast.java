package dev.perennial.domain.forecast;

import static java.util.stream.Collectors.toSet;

import dev.perennial.domain.Billing;
import dev.perennial.domain.Money;
import dev.perennial.domain.Price;
import dev.perennial.domain.calendar.BillingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is due as things stand, on past days too: each charge on its due date, at the price of that
 * date.
 *
 * <p>The due dates come from the calendar by arithmetic, so a forecast takes as long as it has
 * charges, at most one a day.
 *
 * @param charges by due date, at most one a day
 */
public record Forecast(List<DueCharge> charges) {

  public Forecast {
    charges = List.copyOf(charges);
  }

  /**
   * @param horizon any days; before the outlook's first one it says what the first schedule named
   */
  public static Forecast of(Outlook outlook, Horizon horizon) {
    Set<LocalDate> replaced =
        outlook.announced().stream().map(Outlook.Announced::scheduledOn).collect(toSet());
    Stream<DueCharge> scheduled =
        scheduled(outlook, horizon)
            .filter(day -> !replaced.contains(day))
            .map(day -> scheduled(outlook, day));
    Stream<DueCharge> announced =
        outlook.announced().stream()
            .filter(each -> horizon.covers(each.charge().dueOn()))
            .map(each -> announced(outlook, each));
    return new Forecast(
        Stream.concat(scheduled, announced)
            .sorted(Comparator.comparing(DueCharge::dueOn))
            .toList());
  }

  private static Stream<LocalDate> scheduled(Outlook outlook, Horizon horizon) {
    List<LocalDate> days = new ArrayList<>();
    List<Dated<Billing>> schedules = outlook.schedules();
    LocalDate from = horizon.from();
    for (int i = 0; i < schedules.size(); i++) {
      LocalDate until =
          i + 1 < schedules.size()
              ? earlier(schedules.get(i + 1).from(), horizon.until())
              : horizon.until();
      days.addAll(due(schedules.get(i).value(), from, until));
      from = from.isAfter(until) ? from : until;
    }
    return days.stream().filter(outlook::isOpen);
  }

  private static List<LocalDate> due(Billing billing, LocalDate from, LocalDate until) {
    return from.isBefore(until)
        ? new BillingCalendar(billing).between(from, until.minusDays(1)).toList()
        : List.of();
  }

  private static DueCharge scheduled(Outlook outlook, LocalDate day) {
    Dated<Price> price = outlook.priceOn(day);
    Money amount = outlook.amountOf(price);
    return new DueCharge(
        day,
        day,
        amount,
        outlook.partOf(amount, day),
        price.value().kind() == Price.Kind.VARIABLE,
        day.equals(outlook.trialEnds()),
        price.from());
  }

  private static DueCharge announced(Outlook outlook, Outlook.Announced announced) {
    LocalDate dueOn = announced.charge().dueOn();
    Money amount = announced.charge().amount();
    return new DueCharge(
        announced.scheduledOn(),
        dueOn,
        amount,
        outlook.partOf(amount, dueOn),
        false,
        dueOn.equals(outlook.trialEnds()),
        null);
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
