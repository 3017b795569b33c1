package dev.perennial.ingest.stripe;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.perennial.ingest.intake.ItemResult;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of one of Stripe's events. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What became of an event of Stripe.")
record HookAnswer(
    @Schema(
            description =
                "accepted: what it came to is durable. ignored: it is none of ours, see reason.",
            allowableValues = {"accepted", "ignored"})
        String status,
    @Schema(
            description = "Stable; why it was ignored.",
            allowableValues = {
              "type-unknown",
              "test-mode",
              "live-mode",
              "customer-missing",
              "subscription-missing",
              "amount-zero",
              "payment-unknown",
              "payment-ambiguous",
              "already-taken"
            })
        @Nullable String reason,
    @Schema(description = "The events that it came to.") @Nullable List<ItemResult> items) {

  static final String ACCEPTED = "accepted";

  static HookAnswer accepted(List<ItemResult> items) {
    return new HookAnswer(ACCEPTED, null, items);
  }

  static HookAnswer ignored(Reason reason) {
    return new HookAnswer("ignored", reason.code(), null);
  }
}
