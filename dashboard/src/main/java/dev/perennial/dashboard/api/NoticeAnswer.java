package dev.perennial.dashboard.api;

import dev.perennial.domain.Notice;
import dev.perennial.domain.PeriodUnit;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A notice on the wire. */
@Schema(name = "Notice", description = "How long before a renewal a cancellation must come")
record NoticeAnswer(@Schema(example = "3") int every, @Schema(example = "MONTH") PeriodUnit unit) {

  static @Nullable NoticeAnswer of(@Nullable Notice notice) {
    return notice == null ? null : new NoticeAnswer(notice.every(), notice.unit());
  }
}
