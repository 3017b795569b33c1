package dev.perennial.standalone.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a subscriber's alerts went. */
final class Deliveries implements Reminders.Listener {

  private final Writer writer;
  private final Map<String, String> destinations;
  private final List<String> rows = new ArrayList<>();

  /**
   * @param destinations destination id to address, as they were before all else
   */
  Deliveries(Writer writer, Map<String, String> destinations) {
    this.writer = writer;
    this.destinations = new LinkedHashMap<>(destinations);
  }

  @Override
  public void voided(Raised alert) {
    writer.put(Expected.VOIDED_ALERTS, alert.id(), alert.voidedFields());
  }

  /** The subscriber was deleted: nobody knows any more where it was told, and of what. */
  void forget() {
    destinations.clear();
    rows.forEach(row -> writer.erase(Expected.DELIVERIES, row));
    rows.clear();
  }

  @Override
  public void raised(Raised alert) {
    writer.put(Expected.ALERTS, alert.id(), alert.fields());
    Map<String, String> chosen = new LinkedHashMap<>(destinations);
    List<?> routing = alert.routing();
    if (routing != null) {
      chosen.keySet().removeIf(id -> !routing.contains(id));
    }
    if (chosen.isEmpty()) {
      row(alert, null);
    }
    chosen.forEach(
        (id, address) -> {
          row(alert, id);
          mail(alert, address);
        });
  }

  private void mail(Raised alert, String address) {
    writer.put(
        Expected.MAILS,
        Document.key(alert.id(), address),
        Document.map("to", address, "subject", alert.title(), "text", alert.text()));
  }

  private void row(Raised alert, @Nullable String destination) {
    String id = Document.key(alert.id(), destination == null ? "" : destination);
    Map<String, Object> row =
        writer
            .document(id)
            // A delivery's record goes where its own key takes it, not where its subscriber's goes.
            .with("partition", Integer.class)
            .with("subscriptionId", alert.subscriptionId())
            .with("alertId", alert.id())
            .with("destinationId", destination)
            .with("channel", destination == null ? null : "email")
            .with("state", destination == null ? "NO_DESTINATION" : "SENT")
            .with("alertType", alert.type().wireName)
            .with("title", alert.title())
            .with("text", String.class)
            .with("dueOn", alert.matter().dueOn())
            .with("amount", alert.amount())
            .with("raisedAt", Instant.class)
            .with("at", Instant.class)
            .fields();
    writer.put(Expected.DELIVERIES, id, row);
    rows.add(id);
  }
}
