package dev.perennial.ingest.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.perennial.domain.Money;
import dev.perennial.domain.alert.AlertContent;
import dev.perennial.domain.alert.AlertRaised;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** An alert that would be raised. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AlertPreview(
    @Schema(example = "renewal.upcoming") String type,
    @Schema(description = "When it would be raised.") Instant at,
    @Schema(description = "The same where the subscriber is.", type = "string") LocalDateTime local,
    @Schema(example = "Europe/Vienna") String zone,
    @Schema(description = "The date that it is about.") LocalDate dueOn,
    @Schema(description = "The rule: so many days before that date; negative for days after it.")
        int lead,
    @Schema(description = "The moment that the rule names; earlier than at where it was missed.")
        Instant firesAt,
    @Schema(description = "Days from at to the date; fewer than the lead where it was missed.")
        int daysLeft,
    @Schema(description = "What is due, was paid, or is the new price.")
        @Nullable MoneyAnswer amount,
    @Schema(description = "true: only if nothing is paid until then; left out otherwise.")
        @Nullable Boolean unlessPaid) {

  static AlertPreview of(AlertRaised alert) {
    return new AlertPreview(
        alert.type().wireName(),
        alert.raisedAt(),
        LocalDateTime.ofInstant(alert.raisedAt(), alert.zone()),
        alert.zone().getId(),
        alert.dueOn(),
        alert.lead(),
        alert.fireAt(),
        alert.daysLeft(),
        amount(alert.content()),
        alert.lead() < 0 ? Boolean.TRUE : null);
  }

  private static @Nullable MoneyAnswer amount(AlertContent content) {
    Money amount =
        switch (content) {
          case AlertContent.OfSubscription subscription -> subscription.amount();
          case AlertContent.OfBudget budget -> budget.amount();
          case AlertContent.OfDigest digest -> null;
        };
    return amount == null ? null : MoneyAnswer.of(amount);
  }
}
