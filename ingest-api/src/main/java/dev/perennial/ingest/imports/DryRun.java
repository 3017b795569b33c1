package dev.perennial.ingest.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** What a file would do; nothing was written. */
@Schema(description = "What the file would do; nothing was written.")
public record DryRun(
    @Schema(description = "Always true.") boolean dryRun,
    @Schema(description = "Events that would be sent.") int valid,
    @Schema(description = "Rows that would be refused.") int rejected,
    @Schema(description = "Events that would be sent, by type.") Map<String, Integer> types,
    @Schema(description = "Rows that would be refused, by code.") Map<String, Integer> codes,
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(description = "How many values of which columns no event has a place for.")
        Map<String, Integer> dropped,
    List<ImportItem> items) {

  static DryRun of(List<ImportItem> items, Map<String, Integer> dropped) {
    SortedMap<String, Integer> types = new TreeMap<>();
    SortedMap<String, Integer> codes = new TreeMap<>();
    for (ImportItem item : items) {
      ObjectNode event = item.event();
      if (event != null) {
        types.merge(event.path("type").stringValue(), 1, Integer::sum);
      } else if (item.code() != null) {
        codes.merge(item.code(), 1, Integer::sum);
      }
    }
    int rejected = sum(codes);
    return new DryRun(true, items.size() - rejected, rejected, types, codes, dropped, items);
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
