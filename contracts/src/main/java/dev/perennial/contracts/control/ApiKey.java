package dev.perennial.contracts.control;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * An API key as the control database holds it. Times have the database's resolution, milliseconds.
 *
 * @param prefix the document's {@code _id}
 * @param hash hex SHA-256 of the whole key
 * @param expiresAt from then on the key is refused; never, if null
 * @param revokedAt from then on the key is refused
 */
public record ApiKey(
    String prefix,
    String hash,
    String tenantId,
    String name,
    Set<Scope> scopes,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt) {

  public static final String PREFIX = "_id";
  public static final String HASH = "hash";
  public static final String TENANT_ID = "tenantId";
  public static final String NAME = "name";
  public static final String SCOPES = "scopes";
  public static final String CREATED_AT = "createdAt";
  public static final String EXPIRES_AT = "expiresAt";
  public static final String REVOKED_AT = "revokedAt";

  public ApiKey {
    requireNonNull(prefix, "prefix");
    requireNonNull(hash, "hash");
    requireNonNull(tenantId, "tenantId");
    requireNonNull(name, "name");
    requireNonNull(createdAt, "createdAt");
    scopes = Set.copyOf(scopes);
  }

  /** A new key that does not expire. */
  public static ApiKey of(
      ApiKeyToken token, String tenantId, String name, Set<Scope> scopes, Instant createdAt) {
    return new ApiKey(token.prefix(), token.hash(), tenantId, name, scopes, createdAt, null, null);
  }

  /** Whether the key is this one and holds at that moment. */
  public boolean accepts(ApiKeyToken token, Instant now) {
    boolean same = token.matches(hash);
    boolean expired = expiresAt != null && !now.isBefore(expiresAt);
    boolean revoked = revokedAt != null && !now.isBefore(revokedAt);
    return same && !expired && !revoked;
  }

  public Document toDocument() {
    List<String> scopeNames = scopes.stream().map(Scope::wireName).sorted().toList();
    Document document =
        new Document(PREFIX, prefix)
            .append(HASH, hash)
            .append(TENANT_ID, tenantId)
            .append(NAME, name)
            .append(SCOPES, scopeNames)
            .append(CREATED_AT, Date.from(createdAt));
    if (expiresAt != null) {
      document.append(EXPIRES_AT, Date.from(expiresAt));
    }
    if (revokedAt != null) {
      document.append(REVOKED_AT, Date.from(revokedAt));
    }
    return document;
  }

  /** The key in the document; scopes of a later release are left out: they permit nothing here. */
  public static ApiKey fromDocument(Document document) {
    return new ApiKey(
        document.getString(PREFIX),
        document.getString(HASH),
        document.getString(TENANT_ID),
        document.getString(NAME),
        document.getList(SCOPES, String.class).stream()
            .map(Scope::byName)
            .flatMap(Optional::stream)
            .collect(Collectors.toUnmodifiableSet()),
        document.getDate(CREATED_AT).toInstant(),
        instant(document, EXPIRES_AT),
        instant(document, REVOKED_AT));
  }

  private static @Nullable Instant instant(Document document, String field) {
    Date date = document.getDate(field);
    return date == null ? null : date.toInstant();
  }
}
