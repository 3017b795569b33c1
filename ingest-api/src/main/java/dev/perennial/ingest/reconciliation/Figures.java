package dev.perennial.ingest.reconciliation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What a source's events of a day come to. Each id counts once.
 *
 * @param reused ids that came with several contents, of which one stands for the id
 */
record Figures(long events, long reused, String digest, List<Count> counts, List<Amounts> amounts) {

  Figures {
    counts = List.copyOf(counts);
    amounts = List.copyOf(amounts);
  }

  @Schema(name = "ReconciledCount", description = "How many ids of a type came to a status.")
  record Count(
      String type,
      @Schema(allowableValues = {"applied", "superseded", "waiting", "dead-lettered"})
          String status,
      long events) {}

  @Schema(name = "ReconciledAmounts", description = "Amounts of payments as they were sent, added.")
  record Amounts(
      String type,
      @Schema(example = "EUR") String currency,
      @Schema(description = "An exact decimal.", example = "25.98") String sum,
      long events) {}
}
