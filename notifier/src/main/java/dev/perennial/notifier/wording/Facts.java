package dev.perennial.notifier.wording;

import dev.perennial.notifier.ledger.Notice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a notice has to show, in the order of interest; what it does not have gets no line. */
final class Facts {

  private final Wording words;
  private final Notice notice;
  private final AlertType type;
  private final List<Fact> facts = new ArrayList<>();

  private Facts(Wording words, Notice notice) {
    this.words = words;
    this.notice = notice;
    this.type = AlertType.of(notice);
  }

  static List<Fact> of(Notice notice, Wording words) {
    var facts = new Facts(words, notice);
    facts.money();
    facts.days();
    facts.names();
    return List.copyOf(facts.facts);
  }

  private void money() {
    add(ofType("amount"), words.amount(notice));
    if (notice.previousAmount() != null) {
      add("previousAmount", words.money(notice.previousAmount()));
    }
    if (notice.expectedAmount() != null) {
      add("expectedAmount", words.money(notice.expectedAmount()));
    }
    PriceChange.difference(notice)
        .filter(difference -> !difference.isZero())
        .ifPresent(difference -> add("difference", words.change(difference)));
  }

  private void days() {
    add(ofType("day"), words.date(notice.dueOn()));
    if (notice.renewalOn() != null) {
      add("renewalOn", words.date(notice.renewalOn()));
    }
  }

  private void names() {
    addIfPresent("payment", notice.paymentId());
    addIfPresent("duplicateOf", notice.duplicateOf());
    addIfPresent("vendor", notice.vendor());
    add("category", OneLine.of(notice.category()));
  }

  /** The amount and the day mean something else in each type. */
  private String ofType(String field) {
    return field + "." + type.key();
  }

  private void addIfPresent(String label, @Nullable String value) {
    if (value != null) {
      add(label, OneLine.of(value));
    }
  }

  private void add(String label, String value) {
    facts.add(new Fact(words.label(label), value));
  }
}
