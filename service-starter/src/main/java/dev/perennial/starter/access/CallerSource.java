package dev.perennial.starter.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Another way than an API key to know who calls: a page's session, say. A bean of it is asked when
 * a request has no Authorization header; the scopes of its caller count like a key's.
 */
@FunctionalInterface
public interface CallerSource {

  Optional<Caller> find(HttpServletRequest request);
}
