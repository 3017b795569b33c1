package dev.perennial.operations.command;

import dev.perennial.contracts.topic.DeadLetterNote;
import dev.perennial.contracts.topic.Topics;
import dev.perennial.operations.letters.AuditEntry;
import dev.perennial.operations.letters.Cause;
import dev.perennial.operations.letters.ConnectHeaders;
import dev.perennial.operations.letters.HandledLetter;
import dev.perennial.operations.letters.Letter;
import dev.perennial.operations.letters.LetterText;
import dev.perennial.operations.letters.Outgoing;
import dev.perennial.operations.letters.Standing;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Everything of one dead letter. What may hold personal data is left out unless asked for. */
final class LetterPage {

  private static final String HIDDEN = "(may quote the value: shown with --value)";

  private final List<String> lines = new ArrayList<>();
  private final boolean valueToo;

  private LetterPage(boolean valueToo) {
    this.valueToo = valueToo;
  }

  static List<String> of(Standing standing, boolean valueToo) {
    LetterPage page = new LetterPage(valueToo);
    Letter letter = standing.letter();
    page.add("letter", letter.id().text());
    page.add("topic", Topics.deadLettersOf(letter.id().topic()));
    page.add("written", letter.writtenAt().toString());
    page.add("state", standing.state());
    page.addCause(letter.cause());
    standing.history().forEach(page::addHistory);
    page.add("key", text(letter.key()));
    letter.headers().forEach(page::addHeader);
    page.addValue(letter.value());
    return List.copyOf(page.lines);
  }

  private void add(String label, String text) {
    lines.add("%-10s %s".formatted(label, text));
  }

  private void addCause(Cause cause) {
    add("reason", LetterText.visible(cause.reason()));
    cause.from().ifPresent(from -> add("from", LetterText.visible(from)));
    switch (cause) {
      case Cause.Rejected rejected -> {
        add("appended", rejected.note().appendTime().toString());
        add("error", LetterText.visible(rejected.note().error()));
      }
      case Cause.Unwritten sink -> add("sink", LetterText.visible(sink.connector()));
      case Cause.Unsigned unsigned -> add("error", "its headers do not say why it is here");
    }
  }

  private void addHistory(AuditEntry entry) {
    HandledLetter handled = entry.letters().getFirst();
    StringBuilder text = new StringBuilder();
    text.append(entry.at()).append(' ').append(entry.action().text());
    text.append(" by ").append(LetterText.visible(entry.operator()));
    append(text, " to ", handled.to());
    text.append(handled.mended() ? " with a mended value" : "");
    append(text, ", sha256 ", handled.digest());
    append(text, ": ", entry.reason());
    add("history", text.toString());
  }

  private static void append(StringBuilder line, String before, @Nullable String text) {
    if (text != null) {
      line.append(before).append(LetterText.visible(text));
    }
  }

  private void addHeader(Header header) {
    String name = header.key();
    if (!DeadLetterNote.isHeader(name)) {
      boolean hidden = ConnectHeaders.mayQuoteTheValue(name) && !valueToo;
      add("header", LetterText.visible(name) + ": " + (hidden ? HIDDEN : text(header.value())));
    }
  }

  private void addValue(byte @Nullable [] value) {
    if (value == null) {
      add("value", "none");
    } else {
      add("value", "%d bytes, sha256 %s".formatted(value.length, Outgoing.digest(value)));
      if (valueToo) {
        lines.add(LetterText.exact(value));
      }
    }
  }

  private static String text(byte @Nullable [] bytes) {
    return bytes == null ? "none" : LetterText.line(bytes);
  }
}
