package dev.perennial.processor.state;

import dev.perennial.domain.alert.AlertType;
import dev.perennial.domain.alert.OwnAlerts;
import dev.perennial.domain.alert.RaisedAlerts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The alerts about a subscriber itself, within its memory. */
final class OwnAlertsLayout {

  private static final Comparator<RaisedAlerts.Slot> IN_ORDER =
      Comparator.comparing(RaisedAlerts.Slot::type)
          .thenComparing(RaisedAlerts.Slot::dueOn)
          .thenComparing(RaisedAlerts.Slot::lead)
          .thenComparing(RaisedAlerts.Slot::about);

  private OwnAlertsLayout() {}

  static void write(OwnAlerts alerts, ByteSink out) {
    Map<RaisedAlerts.Slot, OwnAlerts.Raised> slots = new TreeMap<>(IN_ORDER);
    slots.putAll(alerts.slots());
    out.number(slots.size());
    slots.forEach(
        (slot, raised) -> {
          write(slot, out);
          write(raised, slot.dueOn(), out);
        });
  }

  private static void write(RaisedAlerts.Slot slot, ByteSink out) {
    out.text(slot.type().wireName());
    out.day(slot.dueOn(), LocalDate.EPOCH);
    out.signed(slot.lead());
    out.text(slot.about());
  }

  private static void write(OwnAlerts.Raised raised, LocalDate dueOn, ByteSink out) {
    out.number(raised.revision());
    out.number(raised.standing() ? 1 : 0);
    out.text(raised.alertId());
    out.text(raised.content());
    out.day(raised.lastDay(), dueOn);
    out.instant(raised.raisedAt(), Instant.EPOCH);
  }

  static OwnAlerts read(ByteSource in) {
    Map<RaisedAlerts.Slot, OwnAlerts.Raised> slots = new HashMap<>();
    for (int left = in.size(); left > 0; left--) {
      RaisedAlerts.Slot slot = slot(in);
      slots.put(slot, raised(slot.dueOn(), in));
    }
    return slots.isEmpty() ? OwnAlerts.none() : new OwnAlerts(slots);
  }

  private static RaisedAlerts.Slot slot(ByteSource in) {
    AlertType type = AlertType.byName(in.text()).orElseThrow();
    return new RaisedAlerts.Slot(
        type, in.day(LocalDate.EPOCH), Math.toIntExact(in.signed()), in.text());
  }

  private static OwnAlerts.Raised raised(LocalDate dueOn, ByteSource in) {
    return new OwnAlerts.Raised(
        in.small(),
        in.small() == 1,
        in.text(),
        in.text(),
        in.day(dueOn),
        in.instant(Instant.EPOCH));
  }
}
