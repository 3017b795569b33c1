package dev.perennial.contracts.control;

import java.security.SecureRandom;

/**
 * The secret in a sign-in link, good for one use. Its document is {@code {_id: hash, tenantId,
 * createdAt, expiresAt, usedAt?}}.
 *
 * @param text 43 characters of base64url, 256 random bits
 */
public record SignInToken(String text) {

  public static final String HASH = "_id";
  public static final String TENANT_ID = "tenantId";
  public static final String CREATED_AT = "createdAt";
  public static final String EXPIRES_AT = "expiresAt";
  public static final String USED_AT = "usedAt";

  public static SignInToken generate(SecureRandom random) {
    return new SignInToken(Secrets.generate(random));
  }

  /** Hex SHA-256, as it is stored. */
  public String hash() {
    return Secrets.hash(text);
  }

  @Override
  public String toString() {
    return "SignInToken[***]";
  }
}
