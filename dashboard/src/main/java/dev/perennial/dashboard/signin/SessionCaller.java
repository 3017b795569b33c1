package dev.perennial.dashboard.signin;

import dev.perennial.contracts.control.Scope;
import dev.perennial.starter.access.Caller;
import dev.perennial.starter.access.CallerSource;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Lets the page's own session read the API, so that a person can follow a figure to its source. */
@Component
public class SessionCaller implements CallerSource {

  private static final String NO_KEY = "session";

  /** Whether who calls has signed in, and has no API key. */
  public static boolean isSession(Caller caller) {
    return caller.keyPrefix().equals(NO_KEY);
  }

  @Override
  public Optional<Caller> find(HttpServletRequest request) {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof Tenant tenant
        ? Optional.of(new Caller(tenant.tenantId(), NO_KEY, Set.of(Scope.READ)))
        : Optional.empty();
  }
}
