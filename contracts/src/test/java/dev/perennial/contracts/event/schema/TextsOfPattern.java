package dev.perennial.contracts.event.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Texts that a pattern matches, from a seed. It knows what the schemas' patterns use: classes,
 * groups, alternatives, quantifiers, and escapes.
 */
final class TextsOfPattern {

  /** From where a negated class takes what it does not exclude. */
  private static final int[] POOL =
      "abcxyzABCXYZ0189 -_.~:/?#@!$&'()*+,;=[]%|\"\\<>\u00a0\u00e9\u05d0\u2007\u3000\u4e2d\ud83d\ude00"
          .codePoints()
          .toArray();

  private static final int MOST_REPEATS = 6;

  private final int[] pattern;
  private final Part whole;
  private int at;

  @FunctionalInterface
  private interface Part {
    void append(StringBuilder text, Random random);
  }

  private record Range(int first, int last) {}

  TextsOfPattern(String pattern) {
    this.pattern = pattern.codePoints().toArray();
    this.whole = alternatives();
  }

  String next(Random random) {
    StringBuilder text = new StringBuilder();
    whole.append(text, random);
    return text.toString();
  }

  private Part alternatives() {
    List<Part> choices = new ArrayList<>(List.of(sequence()));
    while (is('|')) {
      at++;
      choices.add(sequence());
    }
    return (text, random) -> choices.get(random.nextInt(choices.size())).append(text, random);
  }

  private Part sequence() {
    List<Part> parts = new ArrayList<>();
    while (at < pattern.length && !is('|') && !is(')')) {
      parts.add(repeated(one()));
    }
    return (text, random) -> parts.forEach(part -> part.append(text, random));
  }

  private Part one() {
    return switch (pattern[at++]) {
      case '^', '$' -> (text, random) -> {};
      case '(' -> {
        Part group = alternatives();
        at++;
        yield group;
      }
      case '[' -> oneOfClass();
      case '\\' -> literal(escaped());
      default -> literal(pattern[at - 1]);
    };
  }

  private static Part literal(int point) {
    return (text, random) -> text.appendCodePoint(point);
  }

  private Part oneOfClass() {
    boolean negated = is('^');
    at += negated ? 1 : 0;
    List<Range> ranges = new ArrayList<>();
    while (!is(']')) {
      int first = point();
      boolean range = is('-') && pattern[at + 1] != ']';
      at += range ? 1 : 0;
      ranges.add(new Range(first, range ? point() : first));
    }
    at++;
    return (text, random) -> text.appendCodePoint(pick(ranges, negated, random));
  }

  private static int pick(List<Range> ranges, boolean negated, Random random) {
    if (negated) {
      int point = POOL[random.nextInt(POOL.length)];
      boolean excluded =
          ranges.stream().anyMatch(range -> range.first <= point && point <= range.last);
      return excluded ? 'a' : point;
    }
    Range range = ranges.get(random.nextInt(ranges.size()));
    return range.first + random.nextInt(range.last - range.first + 1);
  }

  private Part repeated(Part part) {
    if (is('?')) {
      at++;
      return times(part, 0, 1);
    }
    if (is('*') || is('+')) {
      return times(part, pattern[at++] == '+' ? 1 : 0, MOST_REPEATS);
    }
    if (is('{')) {
      at++;
      int least = number();
      int most = is(',') ? numberBehindComma() : least;
      at++;
      return times(part, least, most);
    }
    return part;
  }

  private static Part times(Part part, int least, int most) {
    return (text, random) -> {
      int times = least + random.nextInt(most - least + 1);
      for (int time = 0; time < times; time++) {
        part.append(text, random);
      }
    };
  }

  private int numberBehindComma() {
    at++;
    return number();
  }

  private int number() {
    int number = 0;
    while (Character.isDigit(pattern[at])) {
      number = 10 * number + pattern[at++] - '0';
    }
    return number;
  }

  private int point() {
    return pattern[at++] == '\\' ? escaped() : pattern[at - 1];
  }

  private int escaped() {
    if (pattern[at++] != 'u') {
      return pattern[at - 1];
    }
    at += 4;
    return Integer.parseInt(new String(pattern, at - 4, 4), 16);
  }

  private boolean is(char expected) {
    return at < pattern.length && pattern[at] == expected;
  }
}
