package dev.perennial.operations.command;

import dev.perennial.operations.letters.Letter;
import dev.perennial.operations.letters.LetterText;
import dev.perennial.operations.letters.Standing;
import java.util.StringJoiner;

/** A dead letter on one line, parted by tabs, without anything of its value. */
final class LetterLine {

  private LetterLine() {}

  static String of(Standing standing) {
    Letter letter = standing.letter();
    StringJoiner line = new StringJoiner("\t");
    line.add(letter.id().text());
    line.add(letter.writtenAt().toString());
    line.add(standing.state());
    line.add(LetterText.visible(letter.cause().reason()));
    letter.cause().from().ifPresent(from -> line.add("from " + LetterText.visible(from)));
    add(line, letter, "type", "type");
    add(line, letter, "event", "id");
    add(line, letter, "source", "source");
    add(line, letter, "tenant", "tenantid");
    add(line, letter, "subscriber", "subscriberid");
    return line.toString();
  }

  private static void add(StringJoiner line, Letter letter, String label, String attribute) {
    letter.attribute(attribute).ifPresent(text -> line.add(label + " " + text));
  }
}
