package dev.perennial.starter.access;

import static java.util.Objects.requireNonNull;

import dev.perennial.contracts.control.KeyLimits;
import dev.perennial.contracts.control.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;

/**
 * Who calls, as its API key says. A controller method behind {@link RequiresScope} takes it as a
 * parameter.
 *
 * @param keyPrefix the part of the key that may be shown
 * @param limits what the key may do where it differs from the service's settings
 */
public record Caller(String tenantId, String keyPrefix, Set<Scope> scopes, KeyLimits limits) {

  private static final String ATTRIBUTE = Caller.class.getName();

  public Caller {
    requireNonNull(tenantId, "tenantId");
    requireNonNull(keyPrefix, "keyPrefix");
    requireNonNull(limits, "limits");
    scopes = Set.copyOf(scopes);
  }

  /** A caller with the service's limits. */
  public Caller(String tenantId, String keyPrefix, Set<Scope> scopes) {
    this(tenantId, keyPrefix, scopes, KeyLimits.NONE);
  }

  /** Who makes this request; empty before the key was checked. */
  public static Optional<Caller> of(HttpServletRequest request) {
    return Optional.ofNullable((Caller) request.getAttribute(ATTRIBUTE));
  }

  void attachTo(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }
}
