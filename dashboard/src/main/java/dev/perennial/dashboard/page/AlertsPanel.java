package dev.perennial.dashboard.page;

import dev.perennial.dashboard.alert.Alert;
import dev.perennial.dashboard.alert.Alerts;
import dev.perennial.dashboard.alert.Delivery;
import dev.perennial.dashboard.subscriber.Subscriber;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the subscriber was told, and whether it was sent. */
@Component
@Order(5)
class AlertsPanel implements Panel {

  private static final int DELIVERIES = 20;

  private final Alerts alerts;

  AlertsPanel(Alerts alerts) {
    this.alerts = alerts;
  }

  record View(List<Row> rows) {}

  record Row(
      String alertId,
      String title,
      String text,
      String dueOn,
      Figure amount,
      String raisedAt,
      List<Sending> sendings) {}

  /**
   * @param where the channel and the destination's name; empty where there is none
   */
  record Sending(StatusBadge state, String where, String at, @Nullable String reason) {}

  @Override
  public String name() {
    return "alerts";
  }

  /** No watermark covers deliveries: each row says its own time instead. */
  @Override
  public PanelContent load(Subscriber subscriber, int days) {
    List<Row> rows =
        alerts.newest(subscriber, DELIVERIES).stream()
            .map(alert -> row(alert, subscriber.zone()))
            .toList();
    return new PanelContent(new View(rows), null);
  }

  private static Row row(Alert alert, ZoneId zone) {
    Delivery content = alert.content();
    return new Row(
        alert.alertId(),
        content.title(),
        content.text(),
        Dates.day(content.dueOn()),
        Figure.of(content.amount()),
        Dates.moment(content.raisedAt(), zone),
        alert.deliveries().stream().map(delivery -> sending(delivery, zone)).toList());
  }

  private static Sending sending(Delivery delivery, ZoneId zone) {
    String channel = delivery.channel() == null ? "" : delivery.channel();
    String destination = delivery.destinationId() == null ? "" : " · " + delivery.destinationId();
    return new Sending(
        StatusBadge.of(delivery.state()),
        channel + destination,
        Dates.moment(delivery.at(), zone),
        delivery.reason());
  }
}
