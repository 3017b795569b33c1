package dev.perennial.ingest.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.perennial.domain.charge.Charge;
import dev.perennial.domain.fold.SubscriptionState;
import dev.perennial.domain.preview.SubscriptionPreview;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One subscription of a preview. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PreviewedSubscription")
record SubscriptionLines(
    String subscriberId,
    String subscriptionId,
    @Schema(
            description = "At the beginning; WAITING without a subscription.started.",
            example = "ACTIVE")
        String status,
    @Nullable String name,
    @Nullable String category,
    @Schema(description = "The first day on which nothing is due any more.")
        @Nullable LocalDate endsOn,
    List<Occurrence> occurrences,
    List<AlertPreview> alerts) {

  SubscriptionLines {
    occurrences = List.copyOf(occurrences);
    alerts = List.copyOf(alerts);
  }

  /** A due date. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Occurrence(
      LocalDate dueOn,
      MoneyAnswer amount,
      @Schema(description = "true: the price varies, and nobody has announced the amount.")
          @Nullable Boolean estimated) {

    static Occurrence of(Charge charge) {
      return new Occurrence(
          charge.dueOn(), MoneyAnswer.of(charge.amount()), charge.estimated() ? true : null);
    }
  }

  static SubscriptionLines of(SubscriptionPreview preview) {
    SubscriptionState state = preview.view().state().orElse(null);
    return new SubscriptionLines(
        preview.key().subscriber().subscriberId(),
        preview.key().subscriptionId(),
        state == null ? "WAITING" : state.status().name(),
        state == null ? null : state.name(),
        state == null ? null : state.category(),
        state == null ? null : state.endsOn(),
        preview.charges().stream().map(Occurrence::of).toList(),
        preview.alerts().stream().map(AlertPreview::of).toList());
  }
}
