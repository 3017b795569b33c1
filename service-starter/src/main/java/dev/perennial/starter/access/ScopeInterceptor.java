package dev.perennial.starter.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a request through to a method with {@link RequiresScope}; before its body is read. */
final class ScopeInterceptor implements HandlerInterceptor {

  private final Authenticator authenticator;

  ScopeInterceptor(Authenticator authenticator) {
    this.authenticator = authenticator;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      RequiresScope scope = scopeOf(method);
      if (scope != null) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        authenticator.authenticate(authorization, scope.value()).attachTo(request);
      }
    }
    return true;
  }

  private static @Nullable RequiresScope scopeOf(HandlerMethod method) {
    RequiresScope own = method.getMethodAnnotation(RequiresScope.class);
    return own != null
        ? own
        : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), RequiresScope.class);
  }
}
