package dev.perennial.starter.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.contracts.control.ApiKey;
import dev.perennial.contracts.control.ApiKeyToken;
import dev.perennial.contracts.control.Scope;
import dev.perennial.starter.problem.ProblemException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FailedAttemptsTest {

  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  private static final String ADDRESS = "192.0.2.1";

  private final ApiKeyToken token = ApiKeyToken.generate(new SecureRandom());
  private final ApiKey key = ApiKey.of(token, "acme", "test", Set.of(Scope.READ), NOW);
  private final AtomicInteger lookUps = new AtomicInteger();
  private Instant now = NOW;
  private final Clock clock =
      new Clock() {
        @Override
        public ZoneOffset getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now;
        }
      };
  private final FailedAttempts failures = new FailedAttempts(2, clock);
  private final Authenticator authenticator =
      new Authenticator(new ControlDirectory<>(this::find, clock), failures, clock);

  @Test
  void tooManyFailuresShouldEndTheLookUpsUntilTheMinuteIsOver() {
    assertThat(refused(unknown(), ADDRESS)).isEqualTo(401);
    assertThat(refused(unknown(), ADDRESS)).isEqualTo(401);
    assertThat(lookUps).hasValue(2);

    assertThat(refused(unknown(), ADDRESS)).isEqualTo(429);
    assertThat(refused("Bearer nonsense", ADDRESS)).isEqualTo(429);
    assertThat(lookUps).hasValue(2);
    assertThat(refused(unknown(), "192.0.2.2")).isEqualTo(401);

    now = now.plus(FailedAttempts.WINDOW);
    assertThat(refused(unknown(), ADDRESS)).isEqualTo(401);
  }

  @Test
  void aKnownKeyShouldGetInFromAnAddressThatFailed() {
    String valid = "Bearer " + token.text();
    authenticator.authenticate(valid, Scope.READ, ADDRESS);
    refused(unknown(), ADDRESS);
    refused(unknown(), ADDRESS);
    assertThat(authenticator.authenticate(valid, Scope.READ, ADDRESS).tenantId()).isEqualTo("acme");
  }

  @Test
  void aWrongChecksumShouldCauseNoLookUp() {
    String text = token.text();
    char last = text.charAt(text.length() - 1) == 'a' ? 'b' : 'a';
    assertThat(refused("Bearer " + text.substring(0, text.length() - 1) + last, ADDRESS))
        .isEqualTo(401);
    assertThat(lookUps).hasValue(0);
  }

  @Test
  void addressesOfOneNetworkShouldCountTogetherInIpv6() {
    failures.count("2001:db8:1:2::1");
    failures.count("2001:db8:1:2:ffff::1");
    assertThat(failures.blockedFor("2001:db8:1:2::3")).contains(Duration.ofMinutes(1));
    assertThat(failures.blockedFor("2001:db8:1:3::1")).isEmpty();
  }

  @Test
  void anIpv4AddressShouldCountAsOneHoweverItIsWritten() {
    failures.count("192.0.2.7");
    failures.count("::ffff:192.0.2.7");
    assertThat(failures.blockedFor("0:0:0:0:0:ffff:c000:207")).contains(Duration.ofMinutes(1));
  }

  private int refused(String authorization, String address) {
    var refusal = new AtomicInteger();
    assertThatThrownBy(() -> authenticator.authenticate(authorization, Scope.READ, address))
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> refusal.set(problem.problem().status()));
    return refusal.get();
  }

  private static String unknown() {
    return "Bearer " + ApiKeyToken.generate(new SecureRandom()).text();
  }

  private Optional<ApiKey> find(String prefix) {
    lookUps.incrementAndGet();
    return Optional.of(key).filter(stored -> stored.prefix().equals(prefix));
  }
}
