package dev.perennial.standalone.oracle;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription itself says of how its renewals are told.
 *
 * @param leads null where it leaves them to the subscriber
 * @param repeat null where nothing is told again
 */
record Reminding(@Nullable List<Integer> leads, @Nullable Repeat repeat) {

  static final Reminding NOT_SAID = new Reminding(null, null);

  /**
   * That what was told is told again.
   *
   * @param until ACKNOWLEDGED, PAID or CANCELLED
   */
  record Repeat(int every, int most, String until) {

    static Repeat of(Map<String, Object> repeat) {
      return new Repeat(
          Json.whole(Json.member(repeat, "every")),
          Json.whole(Json.member(repeat, "most")),
          (String) repeat.getOrDefault("until", "ACKNOWLEDGED"));
    }

    /** The leads that it adds, to some that are not empty. */
    List<Integer> beside(List<Integer> leads, boolean manual) {
      int largest = leads.stream().max(Integer::compare).orElseThrow();
      return IntStream.rangeClosed(1, most)
          .map(i -> largest - i * every)
          .filter(lead -> !leads.contains(lead) && (manual || lead >= 0))
          .boxed()
          .toList();
    }

    boolean endsWhenAcknowledged() {
      return until.equals("ACKNOWLEDGED");
    }

    boolean goesOnWhenPaid() {
      return until.equals("CANCELLED");
    }
  }

  static Reminding of(Map<String, Object> reminders) {
    Object leads = reminders.get("leads");
    Object repeat = reminders.get("repeat");
    return new Reminding(
        leads == null ? null : Leads.of(leads),
        repeat == null ? null : Repeat.of(Happening.map(repeat)));
  }
}
