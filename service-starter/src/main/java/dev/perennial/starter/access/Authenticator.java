package dev.perennial.starter.access;

import dev.perennial.contracts.control.ApiKey;
import dev.perennial.contracts.control.ApiKeyToken;
import dev.perennial.contracts.control.Scope;
import dev.perennial.starter.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** From an Authorization header to a caller, or to the one answer that tells nothing. */
final class Authenticator {

  private static final String SCHEME = "Bearer ";
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  /** What an unknown key is compared with, so that it takes as long as a known one. */
  private static final String NOBODYS_HASH = "0".repeat(64);

  private final ControlDirectory<ApiKey> keys;
  private final FailedAttempts failures;
  private final Clock clock;

  Authenticator(ControlDirectory<ApiKey> keys, FailedAttempts failures, Clock clock) {
    this.keys = keys;
    this.failures = failures;
    this.clock = clock;
  }

  /**
   * Where an address has failed too often, only keys that are known here are looked at: those who
   * share the address with whoever guesses go on, and the database is asked nothing.
   *
   * @param address the client's, as a literal
   * @throws ProblemException 401 without saying why, 403 without the scope, 429 after too many
   *     failures, 503 if nobody can say
   */
  Caller authenticate(@Nullable String authorization, Scope needed, String address) {
    if (authorization == null) {
      throw unauthenticated();
    }
    Optional<ApiKeyToken> token = token(authorization);
    Optional<Duration> blocked = failures.blockedFor(address);
    if (blocked.isPresent() && token.filter(given -> keys.remembers(given.prefix())).isEmpty()) {
      throw tooMany(blocked.get());
    }
    Optional<Caller> found = token.flatMap(this::caller);
    if (found.isEmpty()) {
      failures.count(address);
      throw blocked.map(Authenticator::tooMany).orElseGet(Authenticator::unauthenticated);
    }
    Caller caller = found.get();
    if (!caller.scopes().contains(needed)) {
      throw new ProblemException(403, "scope-missing", "The API key lacks the scope for this.");
    }
    return caller;
  }

  private static Optional<ApiKeyToken> token(String authorization) {
    if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    return ApiKeyToken.parse(authorization.substring(SCHEME.length()).strip());
  }

  private Optional<Caller> caller(ApiKeyToken token) {
    try {
      Optional<ApiKey> stored = keys.find(token.prefix());
      boolean same = token.matches(stored.map(ApiKey::hash).orElse(NOBODYS_HASH));
      return stored
          .filter(key -> same && key.holdsAt(clock.instant()))
          .map(key -> new Caller(key.tenantId(), key.prefix(), key.scopes(), key.limits()));
    } catch (ControlDirectory.Unavailable unavailable) {
      throw ProblemException.unavailable(
          "keys-unavailable", "API keys cannot be checked at the moment.", RETRY_AFTER);
    }
  }

  private static ProblemException tooMany(Duration wait) {
    return new ProblemException(
            429, "auth-limited", "Too many invalid API keys came from this address.")
        .with(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds() + 1)));
  }

  private static ProblemException unauthenticated() {
    return new ProblemException(401, "unauthenticated", "A valid API key is needed.")
        .with(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
  }
}
