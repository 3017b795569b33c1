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

  private final ControlDirectory<ApiKey> keys;
  private final Clock clock;

  Authenticator(ControlDirectory<ApiKey> keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * @throws ProblemException 401 without saying why, 403 without the scope, 503 if nobody can say
   */
  Caller authenticate(@Nullable String authorization, Scope needed) {
    Caller caller =
        token(authorization).flatMap(this::caller).orElseThrow(Authenticator::unauthenticated);
    if (!caller.scopes().contains(needed)) {
      throw new ProblemException(403, "scope-missing", "The API key lacks the scope for this.");
    }
    return caller;
  }

  private static Optional<ApiKeyToken> token(@Nullable String authorization) {
    if (authorization == null
        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    return ApiKeyToken.parse(authorization.substring(SCHEME.length()).strip());
  }

  private Optional<Caller> caller(ApiKeyToken token) {
    try {
      return keys.find(token.prefix())
          .filter(key -> key.accepts(token, clock.instant()))
          .map(key -> new Caller(key.tenantId(), key.prefix(), key.scopes()));
    } catch (ControlDirectory.Unavailable unavailable) {
      throw ProblemException.unavailable(
          "keys-unavailable", "API keys cannot be checked at the moment.", RETRY_AFTER);
    }
  }

  private static ProblemException unauthenticated() {
    return new ProblemException(401, "unauthenticated", "A valid API key is needed.")
        .with(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
  }
}
