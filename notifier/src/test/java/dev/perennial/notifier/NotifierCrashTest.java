package dev.perennial.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.WithBackends;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The notifier dies as by {@code kill -9} at each point of claim, send, record, and another one
 * takes over: at most one mail, and UNKNOWN where nobody can know; and at each point of an erasure,
 * which the other one carries to its end.
 */
@WithBackends({Backend.KAFKA, Backend.MONGODB, Backend.MAIL})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotifierCrashTest {

  private static final int KILLED = 137;
  private static final Map<String, Object> SHORT_LEASE = Map.of("perennial.notifier.lease", "8s");

  @TempDir private Path folder;
  private RunningNotifier first;

  /** Gone before the alerts come; the test still looks through its eyes. */
  @BeforeAll
  void start(Backends backends) {
    first = new RunningNotifier(backends);
    first.stopService();
  }

  @AfterAll
  void stop() {
    first.close();
  }

  @Test
  void killedBeforeTheClaimTheMailIsSentByTheNextOne(Backends backends) throws Exception {
    var alice = alertedSubscriber();

    dieAt("before-claim", alice);

    assertThat(alice.row("mail")).containsEntry("state", "PENDING");
    assertThat(alice.mailsTo(address(alice))).isEmpty();
    try (var next = new RunningNotifier(backends, SHORT_LEASE)) {
      next.again(alice).awaitPublished("mail", "SENT");
    }
    assertThat(alice.mailsTo(address(alice))).hasSize(1);
  }

  @Test
  void killedAfterTheClaimTheOutcomeIsUnknownAndNothingIsSent(Backends backends) throws Exception {
    var alice = alertedSubscriber();

    dieAt("after-claim", alice);

    assertThat(alice.row("mail")).containsEntry("state", "CLAIMED");
    assertUnknownForEver(alice, backends);
    assertThat(alice.mailsTo(address(alice))).isEmpty();
  }

  @Test
  void killedAfterTheSendTheOutcomeIsUnknownAndNothingIsSentAgain(Backends backends)
      throws Exception {
    var alice = alertedSubscriber();

    dieAt("after-send", alice);

    assertThat(alice.row("mail")).containsEntry("state", "CLAIMED");
    assertThat(alice.mailsTo(address(alice))).hasSize(1);
    assertUnknownForEver(alice, backends);
    assertThat(alice.mailsTo(address(alice))).hasSize(1);
  }

  @Test
  void killedWithinAnErasureTheNextOneForgetsTheRest(Backends backends) throws Exception {
    first.mail.stop();
    var alice = alertedSubscriber();
    alice.erase();

    dieAt("within-erasure", alice);

    assertThat(alice.row("mail")).as("not yet forgotten").containsKey("text");
    assertForgottenAndNeverTold(alice, backends);
  }

  @Test
  void killedAfterAnErasureTheNextOneReadsItAgainAndChangesNothing(Backends backends)
      throws Exception {
    first.mail.stop();
    var alice = alertedSubscriber();
    alice.erase();

    dieAt("after-erasure", alice);

    var left = alice.row("mail");
    assertThat(left).containsEntry("erased", true);
    alice.storeDestination("of-the-new-life");
    assertForgottenAndNeverTold(alice, backends);
    assertThat(alice.row("mail")).containsEntry("revision", left.get("revision"));
    assertThat(alice.hasDestination("of-the-new-life")).isTrue();
  }

  private static void assertForgottenAndNeverTold(TestSubscriber alice, Backends backends) {
    alice.notifier().mail.restart();
    try (var next = new RunningNotifier(backends, SHORT_LEASE)) {
      var again = next.again(alice);
      again.awaitErased("mail");
      again.awaitConsumed();
      assertThat(again.rows()).isEmpty();
      assertThat(again.hasDestination("mail")).isFalse();
      assertThat(again.mailsTo(address(alice))).isEmpty();
    }
  }

  private TestSubscriber alertedSubscriber() {
    var alice = first.newSubscriber();
    alice.storeDestination("mail");
    alice.alert();
    return alice;
  }

  private void dieAt(String point, TestSubscriber alice) throws Exception {
    Map<String, Object> settings =
        new HashMap<>(alice.notifier().fixture.settings(alice.notifier().mail.port()));
    settings.putAll(SHORT_LEASE);
    settings.put("perennial.environment", "development");
    settings.put("perennial.notifier.halt-at", point);
    try (var process = NotifierProcess.start(folder, settings)) {
      assertThat(process.awaitDeath()).as("exit status, see the log").isEqualTo(KILLED);
    }
  }

  /** Another notifier declares it UNKNOWN, and leaves it so when it sends others. */
  private static void assertUnknownForEver(TestSubscriber alice, Backends backends) {
    try (var next = new RunningNotifier(backends, SHORT_LEASE)) {
      var published = next.again(alice).awaitPublished("mail", "UNKNOWN");
      assertThat(published).containsEntry("reason", "lease-expired");
      var bob = next.newSubscriber();
      bob.destination("mail");
      bob.alert();
      bob.awaitPublished("mail", "SENT");
      assertThat(next.again(alice).row("mail"))
          .containsEntry("state", "UNKNOWN")
          .containsEntry("attempts", 1);
    }
  }

  private static String address(TestSubscriber alice) {
    return alice.address("mail");
  }
}
