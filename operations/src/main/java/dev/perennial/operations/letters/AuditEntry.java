package dev.perennial.operations.letters;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What an operator did with some letters.
 *
 * @param at to the millisecond
 * @param reason in the operator's words; only a discard needs one
 * @param letters at least one
 */
public record AuditEntry(
    Instant at,
    String operator,
    Action action,
    @Nullable String reason,
    List<HandledLetter> letters) {

  /** What can be done with a letter. */
  public enum Action {
    REPLAYED,
    DISCARDED;

    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static final String AT = "at";
  static final String LETTERS = "letters";
  private static final String OPERATOR = "operator";
  private static final String ACTION = "action";
  private static final String REASON = "reason";

  public AuditEntry {
    requireNonNull(operator, "operator");
    requireNonNull(action, "action");
    at = at.truncatedTo(ChronoUnit.MILLIS);
    letters = List.copyOf(letters);
    if (letters.isEmpty()) {
      throw new IllegalArgumentException("An entry is about letters");
    }
  }

  Document toDocument() {
    Document document =
        new Document(AT, Date.from(at))
            .append(OPERATOR, operator)
            .append(ACTION, action.name())
            .append(LETTERS, letters.stream().map(HandledLetter::toDocument).toList());
    return reason == null ? document : document.append(REASON, reason);
  }

  static AuditEntry fromDocument(Document document) {
    return new AuditEntry(
        document.getDate(AT).toInstant(),
        document.getString(OPERATOR),
        Action.valueOf(document.getString(ACTION)),
        document.getString(REASON),
        document.getList(LETTERS, Document.class).stream()
            .map(HandledLetter::fromDocument)
            .toList());
  }
}
