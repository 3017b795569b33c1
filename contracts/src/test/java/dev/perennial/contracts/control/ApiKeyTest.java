package dev.perennial.contracts.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApiKeyTest {

  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

  private final ApiKeyToken token = ApiKeyToken.generate(new SecureRandom());
  private final ApiKey key = ApiKey.of(token, "acme", "billing", Set.of(Scope.EVENTS_WRITE), NOW);

  @Test
  void shouldReadWhatItGenerates() {
    assertThat(token.text()).matches("pk_[a-z0-9]{8}_[A-Za-z0-9_-]{43}[A-Za-z0-9]{6}");
    assertThat(ApiKeyToken.parse(token.text())).contains(token);
  }

  @Test
  void everyGeneratedKeyShouldBeFoundByAScannerAndAlone() {
    SecureRandom random = new SecureRandom();
    Pattern scanner = Pattern.compile(ApiKeyToken.SCANNER_PATTERN);
    for (int made = 0; made < 1_000; made++) {
      String text = ApiKeyToken.generate(random).text();
      assertThat(scanner.matcher("KEY=\"" + text + "\", # ours").results())
          .extracting(MatchResult::group)
          .containsExactly(text);
      assertThat(scanner.matcher(text + "x").find()).isFalse();
    }
  }

  @Test
  void shouldRefuseOtherFormats() {
    String text = token.text();
    for (int length = 0; length < text.length(); length++) {
      // Without its checksum it is a key of an earlier release.
      assertThat(ApiKeyToken.parse(text.substring(0, length)).isPresent())
          .as("of %d characters", length)
          .isEqualTo(length == text.length() - 6);
    }
    assertThat(ApiKeyToken.parse(text + "x")).isEmpty();
    assertThat(ApiKeyToken.parse(text.replace(token.prefix(), "PREFIX88"))).isEmpty();
    assertThat(ApiKeyToken.parse("pk_abcdefgh_" + "é".repeat(43))).isEmpty();
    assertThatThrownBy(() -> new ApiKeyToken("PREFIX!!", token.secret(), true))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldRefuseAKeyWithOneWrongCharacter() {
    String text = token.text();
    for (int index = 3; index < text.length(); index++) {
      char other = text.charAt(index) == 'a' ? 'b' : 'a';
      String wrong = text.substring(0, index) + other + text.substring(index + 1);
      assertThat(ApiKeyToken.parse(wrong)).as("at %d", index).isEmpty();
    }
  }

  @Test
  void shouldReadKeysOfEarlierReleasesWithoutAChecksum() {
    String old = "pk_abcdefgh_" + "A".repeat(43);
    assertThat(ApiKeyToken.parse(old)).contains(new ApiKeyToken("abcdefgh", "A".repeat(43), false));
    assertThat(ApiKeyToken.parse(old).orElseThrow().text()).isEqualTo(old);
  }

  /** The value was worked out with another program. */
  @Test
  void aChecksumShouldBeTheCrcInBase62() {
    assertThat(new ApiKeyToken("abcdefgh", "A".repeat(43), true).text()).endsWith("A3oNRcr");
  }

  @Test
  void shouldHashTheWholeKey() {
    assertThat(new ApiKeyToken("abcdefgh", "A".repeat(43), false).hash())
        .isEqualTo("6f9f48980a1214ddaa4a834e084fb61703eb8081b722ce632b0f3d26e70234a4");
  }

  @Test
  void shouldNotPrintItsSecret() {
    assertThat(token.toString()).contains(token.prefix()).doesNotContain(token.secret());
    SignInToken signIn = SignInToken.generate(new SecureRandom());
    assertThat(signIn.toString()).doesNotContain(signIn.text());
    assertThat(signIn.hash()).hasSize(64).isNotEqualTo(signIn.text());
  }

  @Test
  void shouldAcceptOnlyTheKeyItself() {
    ApiKeyToken other = new ApiKeyToken(token.prefix(), "A".repeat(43), false);
    assertThat(key.accepts(token, NOW)).isTrue();
    assertThat(key.accepts(other, NOW)).isFalse();
  }

  @Test
  void shouldRefuseFromTheMomentOfExpiryAndRevocation() {
    ApiKey expiring = ended(NOW, null);
    assertThat(expiring.accepts(token, NOW.minusMillis(1))).isTrue();
    assertThat(expiring.accepts(token, NOW)).isFalse();
    assertThat(ended(null, NOW).accepts(token, NOW)).isFalse();
  }

  @Test
  void shouldSurviveItsDocument() {
    assertThat(ApiKey.fromDocument(key.toDocument())).isEqualTo(key);
    ApiKey ended = ended(NOW.plusSeconds(1), NOW.plusSeconds(2));
    assertThat(ApiKey.fromDocument(ended.toDocument())).isEqualTo(ended);
    KeyLimits limits = new KeyLimits(null, 5L, 7L);
    ApiKey limited = ApiKey.of(token, "acme", "billing", key.scopes(), NOW, null, limits);
    assertThat(ApiKey.fromDocument(limited.toDocument())).isEqualTo(limited);
  }

  @Test
  void shouldRefuseLimitsOfWhichNoBucketCanBeMade() {
    assertThatThrownBy(() -> new KeyLimits(0L, null, null)).hasMessageContaining("1 to 1000000000");
    assertThatThrownBy(() -> new KeyLimits(null, null, KeyLimits.LARGEST + 1))
        .isInstanceOf(IllegalArgumentException.class);
    var stored = key.toDocument().append(ApiKey.LIMITS, new Document("bytes", Long.MAX_VALUE));
    assertThat(ApiKey.fromDocument(stored).limits().bytes()).isEqualTo(KeyLimits.LARGEST);
  }

  @Test
  void shouldIgnoreScopesOfALaterRelease() {
    var document = key.toDocument().append(ApiKey.SCOPES, List.of("events:write", "moons:write"));
    assertThat(ApiKey.fromDocument(document).scopes()).containsExactly(Scope.EVENTS_WRITE);
  }

  private ApiKey ended(@Nullable Instant expiresAt, @Nullable Instant revokedAt) {
    return new ApiKey(
        key.prefix(), key.hash(), "acme", "billing", key.scopes(), NOW, expiresAt, revokedAt);
  }
}
