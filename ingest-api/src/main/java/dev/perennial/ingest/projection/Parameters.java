package dev.perennial.ingest.projection;

import dev.perennial.contracts.event.EventLimits;
import dev.perennial.contracts.http.Receipt;
import dev.perennial.starter.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Parameters that name an event, checked as ingest checks events; nothing of them is repeated. */
public final class Parameters {

  /** Not blank and without control characters, as a JSON Schema says it. */
  public static final String PRINTABLE =
      "^[^\\u0000-\\u001f\\u007f-\\u009f]*[^\\s\\u0000-\\u001f\\u007f-\\u009f]"
          + "[^\\u0000-\\u001f\\u007f-\\u009f]*$";

  private Parameters() {}

  /**
   * @throws ProblemException 400 parameter-invalid where no event can have this id
   */
  public static String eventId(String text) {
    return checked(text, EventLimits.ID_LENGTH, "An event's id has 1 to 128 characters.");
  }

  /**
   * @throws ProblemException 400 parameter-invalid where it is missing, or no event can have it
   */
  public static String source(@Nullable String text) {
    if (text == null) {
      throw invalid("source is needed.");
    }
    return checked(text, EventLimits.SOURCE_LENGTH, "source has 1 to 256 characters.");
  }

  /**
   * @param partitions of the topic subscription-events
   * @throws ProblemException 400 receipt-malformed where ingest has given no such receipt
   */
  public static Receipt receipt(String text, int partitions) {
    return Receipt.parse(text)
        .filter(receipt -> receipt.partition() < partitions)
        .orElseThrow(
            () ->
                new ProblemException(
                    400, "receipt-malformed", "A receipt is a text as ingest gave it."));
  }

  public static ProblemException invalid(String detail) {
    return new ProblemException(400, "parameter-invalid", detail);
  }

  private static String checked(String text, int longest, String detail) {
    boolean control = text.codePoints().anyMatch(Character::isISOControl);
    if (control || text.isBlank() || text.codePointCount(0, text.length()) > longest) {
      throw invalid(detail);
    }
    return text;
  }
}
