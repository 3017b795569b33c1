package dev.perennial.dashboard.signin;

import java.io.Serializable;

/**
 * Whose data may be seen.
 *
 * @param name as people know it; the id where it has none
 */
public record Tenant(String tenantId, String name) implements Serializable {}
