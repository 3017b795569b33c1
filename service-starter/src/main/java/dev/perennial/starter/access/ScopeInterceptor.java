package dev.perennial.starter.access;

import dev.perennial.contracts.control.Scope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a request through to a method with {@link RequiresScope}; before its body is read. */
final class ScopeInterceptor implements HandlerInterceptor {

  private final Authenticator authenticator;
  private final List<CallerSource> sources;

  /**
   * @param sources other ways than an API key, the first that knows the caller counts
   */
  ScopeInterceptor(Authenticator authenticator, List<CallerSource> sources) {
    this.authenticator = authenticator;
    this.sources = List.copyOf(sources);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      RequiresScope scope = scopeOf(method);
      if (scope != null) {
        Caller caller = caller(request, scope.value());
        caller.attachTo(request);
        CallerCheck.attach(request, again(request, caller, scope.value()));
      }
    }
    return true;
  }

  private Caller caller(HttpServletRequest request, Scope needed) {
    List<String> authorization = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
    if (!authorization.isEmpty()) {
      // Of several, another server on the way may have looked at another one.
      String only = authorization.size() == 1 ? authorization.getFirst() : "";
      return authenticator.authenticate(only, needed, request.getRemoteAddr());
    }
    return sources.stream()
        .flatMap(source -> source.find(request).stream())
        .findFirst()
        .filter(caller -> caller.scopes().contains(needed))
        .orElseGet(() -> authenticator.authenticate(null, needed, request.getRemoteAddr()));
  }

  /** A key is looked up again; another way to know who calls holds for the whole request. */
  private CallerCheck again(HttpServletRequest request, Caller caller, Scope needed) {
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    // Asked now: while a stream runs, the request may be looked at by another thread.
    String address = request.getRemoteAddr();
    return authorization == null
        ? () -> caller
        : () -> authenticator.authenticate(authorization, needed, address);
  }

  private static @Nullable RequiresScope scopeOf(HandlerMethod method) {
    RequiresScope own = method.getMethodAnnotation(RequiresScope.class);
    return own != null
        ? own
        : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), RequiresScope.class);
  }
}
