package dev.perennial.ingest.wallos;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Ids for subscriptions of which an export has the name alone: the same name gets the same id in
 * every export; a name that is there again gets a number behind it, in the file's order.
 */
final class SubscriptionIds {

  /** Code points of the name that an id keeps. */
  private static final int LONGEST_NAME = 100;

  private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");

  private final Set<String> given = new HashSet<>();
  private final Map<String, Integer> counts = new HashMap<>();

  String next(String name) {
    String words = OTHERS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-");
    String trimmed = words.replaceAll("^-|-$", "");
    String id = "wallos-" + shortened(trimmed.isEmpty() ? "unnamed" : trimmed);
    String unique = id;
    while (!given.add(unique)) {
      unique = id + "-" + (1 + counts.merge(id, 1, Integer::sum));
    }
    return unique;
  }

  private static String shortened(String words) {
    int length = words.codePointCount(0, words.length());
    return length <= LONGEST_NAME
        ? words
        : words.substring(0, words.offsetByCodePoints(0, LONGEST_NAME));
  }
}
