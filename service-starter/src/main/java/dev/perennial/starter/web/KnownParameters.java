package dev.perennial.starter.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a parameter that the method does not have, and one that is there twice: a misspelt one
 * that is ignored does something else than was asked for. Holds for our own controllers.
 */
final class KnownParameters implements HandlerInterceptor {

  private static final String OURS = "dev.perennial.";

  private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getQueryString() != null
        && handler instanceof HandlerMethod method
        && method.getBeanType().getName().startsWith(OURS)) {
      check(
          request.getQueryString(), known.computeIfAbsent(method.getMethod(), of -> names(method)));
    }
    return true;
  }

  private static void check(String query, Set<String> permitted) {
    Set<String> seen = new HashSet<>();
    for (String name : QueryNames.of(query)) {
      if (!permitted.contains(name)) {
        throw QueryNames.invalid("A parameter is not one of those that this path has.");
      }
      if (!seen.add(name)) {
        throw QueryNames.invalid("A parameter is there twice.");
      }
    }
  }

  private static Set<String> names(HandlerMethod method) {
    return Arrays.stream(method.getMethodParameters())
        .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
        .map(KnownParameters::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String name(MethodParameter parameter) {
    RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
    if (annotation != null && !annotation.name().isEmpty()) {
      return annotation.name();
    }
    return String.valueOf(parameter.getParameter().getName());
  }
}
