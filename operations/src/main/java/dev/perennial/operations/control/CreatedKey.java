package dev.perennial.operations.control;

import dev.perennial.contracts.control.ApiKey;
import dev.perennial.contracts.control.ApiKeyToken;

/**
 * A key at the one moment when its text is known.
 *
 * @param token to be shown once
 * @param key as it is stored
 */
public record CreatedKey(ApiKeyToken token, ApiKey key) {}
