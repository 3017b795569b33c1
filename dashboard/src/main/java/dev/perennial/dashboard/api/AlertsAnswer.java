package dev.perennial.dashboard.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.perennial.dashboard.alert.Alert;
import dev.perennial.dashboard.alert.Delivery;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Alerts and their deliveries. */
@Schema(name = "Alerts")
record AlertsAnswer(
    String subscriberId,
    @Schema(
            description =
                "Always null: no watermark covers deliveries. Each delivery says since when it is"
                    + " in its state.")
        @JsonInclude
        @Nullable Instant asOf,
    @Schema(
            description =
                "Only with the header Perennial-After, and then always false: without a watermark"
                    + " nobody can tell.")
        @Nullable Boolean caughtUp,
    @Schema(description = "Newest first") List<Item> alerts) {

  /** One alert. */
  @Schema(name = "Alert")
  record Item(
      String alertId,
      @Schema(example = "renewal.upcoming") String alertType,
      String subscriptionId,
      String title,
      String text,
      LocalDate dueOn,
      MoneyAnswer amount,
      Instant raisedAt,
      List<Sending> deliveries) {}

  /** One delivery of it. */
  @Schema(name = "Delivery")
  record Sending(
      Delivery.State state,
      @Schema(description = "Since when it is in this state") Instant at,
      @Nullable String channel,
      @Nullable String destinationId,
      @Nullable String reason) {}

  static AlertsAnswer of(String subscriberId, Freshness freshness, List<Alert> alerts) {
    return new AlertsAnswer(
        subscriberId,
        freshness.asOf(),
        freshness.caughtUp(),
        alerts.stream().map(AlertsAnswer::item).toList());
  }

  private static Item item(Alert alert) {
    Delivery content = alert.content();
    return new Item(
        alert.alertId(),
        content.alertType(),
        content.subscriptionId(),
        content.title(),
        content.text(),
        content.dueOn(),
        MoneyAnswer.of(content.amount()),
        content.raisedAt(),
        alert.deliveries().stream().map(AlertsAnswer::sending).toList());
  }

  private static Sending sending(Delivery delivery) {
    return new Sending(
        delivery.state(),
        delivery.at(),
        delivery.channel(),
        delivery.destinationId(),
        delivery.reason());
  }
}
