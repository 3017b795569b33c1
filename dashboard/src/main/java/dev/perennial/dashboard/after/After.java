package dev.perennial.dashboard.after;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.perennial.contracts.http.Receipt;
import dev.perennial.starter.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a read is to come after: the events of these receipts.
 *
 * @param receipts at most 100; none where the reader asked for nothing
 */
public record After(List<Receipt> receipts) {

  static final int MOST = 100;

  private static final After NOTHING = new After(List.of());

  public After {
    receipts = List.copyOf(receipts);
    if (receipts.size() > MOST) {
      throw new ProblemException(
          400, "receipts-too-many", "Perennial-After takes at most 100 receipts.");
    }
  }

  /**
   * Reads the header's fields, each with one receipt or several between commas. As everywhere in
   * HTTP, nothing between two commas counts for nothing (RFC 9110, 5.6.1); but a header without any
   * receipt is an error, since its sender believes to have asked for something.
   *
   * @throws ProblemException that repeats nothing of the header
   */
  static After parse(List<String> fields) {
    if (fields.isEmpty()) {
      return NOTHING;
    }
    List<String> texts =
        fields.stream()
            .flatMap(field -> Stream.of(field.split(",", -1)))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .toList();
    if (texts.isEmpty()) {
      throw malformed();
    }
    return new After(
        texts.stream().map(text -> Receipt.parse(text).orElseThrow(After::malformed)).toList());
  }

  public boolean isNothing() {
    return receipts.isEmpty();
  }

  /** The last offset to come after, by partition. */
  public Map<Integer, Long> offsets() {
    return receipts.stream()
        .collect(toUnmodifiableMap(Receipt::partition, Receipt::offset, Math::max));
  }

  private static ProblemException malformed() {
    return new ProblemException(
        400, "receipt-malformed", "Perennial-After takes receipts as ingest gave them.");
  }
}
