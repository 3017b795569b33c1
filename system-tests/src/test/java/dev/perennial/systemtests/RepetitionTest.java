package dev.perennial.systemtests;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.standalone.platform.LoadReport;
import dev.perennial.standalone.platform.Platform;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Promise 2, on the whole platform: posting it all again, shuffled, changes nothing, be it that
 * ingest still knows the events or that it takes them as new.
 */
@Order(2)
@ExtendWith(LoadedPlatform.class)
class RepetitionTest {

  @Test
  void theSampleAgainAndShuffledChangesNoDocumentNoReceiptAndSendsNoMail(
      LoadedPlatform.Loaded loaded) {
    Platform platform = loaded.platform();
    platform.stopTicker();
    platform.awaitSettled(LoadedPlatform.PATIENCE);
    Map<String, Map<String, Map<String, Object>>> before = platform.actual().collections();
    int mails = platform.mails().size();

    List<String> again = loaded.sample().shuffled(99);
    LoadReport whileKnown = platform.load(onceAnId(again));
    platform.forgetIds();
    LoadReport report = platform.load(again);
    platform.startTicker();
    platform.awaitTicks(2, LoadedPlatform.PATIENCE);
    platform.awaitSettled(LoadedPlatform.PATIENCE);

    assertThat(whileKnown.surprises()).isEmpty();
    assertThat(report.surprises()).isEmpty();
    assertThat(report.accepted()).isEqualTo(again.size());
    Forgotten forgotten = Forgotten.among(loaded.sample().events(), platform.tenantId());
    Map<String, Map<String, Map<String, Object>>> after = platform.actual().collections();
    assertThat(after.keySet()).isEqualTo(before.keySet());
    before.forEach(
        (collection, documents) ->
            assertThat(changed(documents, after.getOrDefault(collection, Map.of())))
                .as(collection)
                .isSubsetOf(collection.equals("receipts") ? forgotten.receipts() : Set.of()));
    assertThat(platform.mails()).hasSize(mails);
  }

  /** Without those that have one id and other content: ingest takes one of them alone. */
  private static List<String> onceAnId(List<String> events) {
    Map<String, Set<String>> contents =
        events.stream().collect(groupingBy(RepetitionTest::identity, toSet()));
    return events.stream()
        .filter(event -> contents.getOrDefault(identity(event), Set.of()).size() == 1)
        .toList();
  }

  private static String identity(String event) {
    return event.substring(0, event.indexOf(",\"type\""));
  }

  /** The ids of what is there once only, or not the same. */
  private static Set<String> changed(
      Map<String, Map<String, Object>> before, Map<String, Map<String, Object>> after) {
    Set<String> changed = new TreeSet<>(before.keySet());
    changed.addAll(after.keySet());
    changed.removeIf(id -> Objects.equals(before.get(id), after.get(id)));
    return changed;
  }
}
