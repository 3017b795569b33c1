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
 * @param successor the prefix of the key that was made to take its place
 * @param checked whether its text has a checksum; keys of earlier releases have none
 */
public record ApiKey(
    String prefix,
    String hash,
    String tenantId,
    String name,
    Set<Scope> scopes,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt,
    @Nullable String successor,
    boolean checked,
    KeyLimits limits) {

  public static final String PREFIX = "_id";
  public static final String HASH = "hash";
  public static final String TENANT_ID = "tenantId";
  public static final String NAME = "name";
  public static final String SCOPES = "scopes";
  public static final String CREATED_AT = "createdAt";
  public static final String EXPIRES_AT = "expiresAt";
  public static final String REVOKED_AT = "revokedAt";
  public static final String SUCCESSOR = "successor";
  public static final String CHECKED = "checked";
  public static final String LIMITS = "limits";

  public ApiKey {
    requireNonNull(prefix, "prefix");
    requireNonNull(hash, "hash");
    requireNonNull(tenantId, "tenantId");
    requireNonNull(name, "name");
    requireNonNull(createdAt, "createdAt");
    requireNonNull(limits, "limits");
    scopes = Set.copyOf(scopes);
  }

  /** A key without a checksum, a successor and limits of its own. */
  public ApiKey(
      String prefix,
      String hash,
      String tenantId,
      String name,
      Set<Scope> scopes,
      Instant createdAt,
      @Nullable Instant expiresAt,
      @Nullable Instant revokedAt) {
    this(
        prefix,
        hash,
        tenantId,
        name,
        scopes,
        createdAt,
        expiresAt,
        revokedAt,
        null,
        false,
        KeyLimits.NONE);
  }

  /** A new key that does not expire. */
  public static ApiKey of(
      ApiKeyToken token, String tenantId, String name, Set<Scope> scopes, Instant createdAt) {
    return of(token, tenantId, name, scopes, createdAt, null, KeyLimits.NONE);
  }

  /** A new key. */
  public static ApiKey of(
      ApiKeyToken token,
      String tenantId,
      String name,
      Set<Scope> scopes,
      Instant createdAt,
      @Nullable Instant expiresAt,
      KeyLimits limits) {
    return new ApiKey(
        token.prefix(),
        token.hash(),
        tenantId,
        name,
        scopes,
        createdAt,
        expiresAt,
        null,
        null,
        token.checked(),
        limits);
  }

  /** Whether the key is this one and holds at that moment. */
  public boolean accepts(ApiKeyToken token, Instant now) {
    return token.matches(hash) && holdsAt(now);
  }

  /** Whether it has neither expired nor been revoked at that moment. */
  public boolean holdsAt(Instant now) {
    boolean expired = expiresAt != null && !now.isBefore(expiresAt);
    boolean revoked = revokedAt != null && !now.isBefore(revokedAt);
    return !expired && !revoked;
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
    if (successor != null) {
      document.append(SUCCESSOR, successor);
    }
    if (checked) {
      document.append(CHECKED, true);
    }
    if (!limits.equals(KeyLimits.NONE)) {
      document.append(LIMITS, limits.toDocument());
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
        instant(document, REVOKED_AT),
        document.getString(SUCCESSOR),
        document.getBoolean(CHECKED, false),
        KeyLimits.fromDocument(document.get(LIMITS, Document.class)));
  }

  private static @Nullable Instant instant(Document document, String field) {
    Date date = document.getDate(field);
    return date == null ? null : date.toInstant();
  }
}
