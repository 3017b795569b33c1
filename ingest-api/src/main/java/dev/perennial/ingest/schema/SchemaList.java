package dev.perennial.ingest.schema;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Which schemas there are. */
@Schema(description = "The types of events, and where the schema of each is.")
record SchemaList(List<Entry> schemas) {

  @Schema(name = "SchemaEntry")
  record Entry(
      @Schema(examples = "payment.succeeded") String type,
      @Schema(
              description = "Relative to the service's own address.",
              examples = "/v1/schemas/payment.succeeded")
          String url) {}

  SchemaList {
    schemas = List.copyOf(schemas);
  }
}
