package dev.perennial.operations.control;

import java.time.Instant;

/**
 * A key that took another's place.
 *
 * @param ends when the other expires
 */
public record Rotation(CreatedKey successor, Instant ends) {}
