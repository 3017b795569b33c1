package dev.perennial.operations.control;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One customer of the platform.
 *
 * @param id 1 to 128 visible characters; part of every key, so it never changes
 * @param name for people
 */
public record Tenant(String id, String name, Instant createdAt) {

  private static final int LONGEST = 128;

  public Tenant {
    requireNonNull(createdAt, "createdAt");
    requireText("A tenant's id", id);
    requireText("A tenant's name", name);
  }

  private static void requireText(String what, String text) {
    boolean visible = text.codePoints().noneMatch(Tenant::isInvisible);
    if (text.isBlank() || text.length() > LONGEST || !visible) {
      throw new IllegalArgumentException(what + " has 1 to 128 visible characters");
    }
  }

  /** Also those that turn the direction of writing: they make one id look like another. */
  private static boolean isInvisible(int character) {
    int type = Character.getType(character);
    return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
  }
}
