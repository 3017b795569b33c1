package dev.perennial.operations.letters;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters are meant; what is null does not matter.
 *
 * @param topic whose dead letters, by either name
 * @param since they were written then or later
 */
public record Selection(@Nullable String topic, @Nullable String reason, @Nullable Instant since) {

  boolean coversTopic(String source) {
    return topic == null || LetterId.sourceOf(topic).equals(source);
  }

  boolean covers(Letter letter) {
    return (reason == null || reason.equals(letter.cause().reason()))
        && (since == null || !letter.writtenAt().isBefore(since));
  }
}
