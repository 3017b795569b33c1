package dev.perennial.dashboard.api;

import dev.perennial.domain.Share;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A share on the wire. */
@Schema(name = "Share", description = "Which part of the price is the subscriber's")
record ShareAnswer(@Schema(example = "1") int part, @Schema(example = "3") int of) {

  static @Nullable ShareAnswer orAbsent(@Nullable Share share) {
    return share == null ? null : new ShareAnswer(share.part(), share.of());
  }
}
