package dev.perennial.notifier.destinations;

import dev.perennial.starter.problem.ProblemException;
import java.util.regex.Pattern;

/** Ids from a path, by the rule for all ids: short, and nothing invisible in them. */
final class PathIds {

  private static final int LONGEST = 128;
  private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

  private PathIds() {}

  /**
   * @throws ProblemException 422 id-invalid
   */
  static String destination(String id) {
    var length = id.codePointCount(0, id.length());
    if (id.isBlank() || length > LONGEST || HIDDEN.matcher(id).find()) {
      throw new ProblemException(
          422, "id-invalid", "An id has 1 to 128 characters, none of them control or bidi.");
    }
    return id;
  }

  /**
   * @throws ProblemException 422 id-invalid; also for an address, which must not become an id
   */
  static String subscriber(String id) {
    if (id.indexOf('@') >= 0) {
      throw new ProblemException(422, "id-invalid", "A subscriber's id is opaque: it has no @.");
    }
    return destination(id);
  }
}
