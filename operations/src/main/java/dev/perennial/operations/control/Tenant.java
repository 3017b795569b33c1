package dev.perennial.operations.control;

import static java.util.Objects.requireNonNull;

import dev.perennial.operations.VisibleText;
import java.time.Instant;

/**
 * One customer of the platform.
 *
 * @param id 1 to 128 visible characters; part of every key, so it never changes
 * @param name for people
 */
public record Tenant(String id, String name, Instant createdAt) {

  public Tenant {
    requireNonNull(createdAt, "createdAt");
    requireText("A tenant's id", id);
    requireText("A tenant's name", name);
  }

  private static void requireText(String what, String text) {
    if (!VisibleText.is(text)) {
      throw new IllegalArgumentException(what + " has 1 to 128 visible characters");
    }
  }
}
