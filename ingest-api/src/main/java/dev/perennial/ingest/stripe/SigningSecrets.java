package dev.perennial.ingest.stripe;

import dev.perennial.contracts.control.Hook;
import dev.perennial.contracts.control.HookKeys;
import dev.perennial.starter.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the secrets of a hook and verifies with them; they are kept no longer than that. */
final class SigningSecrets {

  private static final Logger LOG = LoggerFactory.getLogger(SigningSecrets.class);
  private static final Duration RETRY_AFTER = Duration.ofMinutes(5);

  private final Optional<HookKeys> keys;
  private final Duration tolerance;
  private final Clock clock;

  /**
   * @param keys empty where none is configured: then no hook can be served
   */
  SigningSecrets(Optional<HookKeys> keys, Duration tolerance, Clock clock) {
    this.keys = keys;
    this.tolerance = tolerance;
    this.clock = clock;
  }

  /**
   * Whether the hook's Stripe signed this body a short while ago.
   *
   * @throws ProblemException 503 where the secrets cannot be opened, which is the operator's fault
   */
  boolean signed(Hook hook, byte[] body, String header) {
    Instant now = clock.instant();
    List<String> secrets = opened(hook, now);
    return Signature.parse(header)
        .filter(signature -> signature.isOf(body, secrets, now, tolerance))
        .isPresent();
  }

  private List<String> opened(Hook hook, Instant now) {
    try {
      HookKeys present =
          keys.orElseThrow(() -> new IllegalStateException("perennial.ingest.hook-key is not set"));
      return hook.secretsAt(now).stream().map(secret -> present.open(secret, hook.id())).toList();
    } catch (IllegalStateException | HookKeys.Unreadable unreadable) {
      LOG.error("A hook of tenant {} is not served: {}", hook.tenantId(), unreadable.getMessage());
      throw ProblemException.unavailable(
          "hooks-unavailable", "Signatures cannot be verified at the moment.", RETRY_AFTER);
    }
  }
}
