package dev.perennial.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.standalone.platform.LoadReport;
import dev.perennial.standalone.platform.Platform;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Promise 2, on the whole platform: posting it all again, shuffled, changes nothing. */
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
    LoadReport report = platform.load(again);
    platform.startTicker();
    platform.awaitTicks(2, LoadedPlatform.PATIENCE);
    platform.awaitSettled(LoadedPlatform.PATIENCE);

    assertThat(report.accepted()).isEqualTo(again.size());
    assertThat(platform.actual().collections()).isEqualTo(before);
    assertThat(platform.mails()).hasSize(mails);
  }
}
