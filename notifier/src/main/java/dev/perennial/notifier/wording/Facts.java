package dev.perennial.notifier.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a notice has to show, in the order of interest; what it does not have gets no line. */
final class Facts {

  private final Wording wording;
  private final List<Fact> facts = new ArrayList<>();

  Facts(Wording wording) {
    this.wording = wording;
  }

  void add(String label, String value) {
    addLine(wording.label(label), value);
  }

  <T> void addIfPresent(String label, @Nullable T value, Function<T, String> words) {
    if (value != null) {
      add(label, words.apply(value));
    }
  }

  /** A line with a label of its own. */
  void addLine(String label, String value) {
    facts.add(new Fact(label, value));
  }

  List<Fact> inOrder() {
    return List.copyOf(facts);
  }
}
