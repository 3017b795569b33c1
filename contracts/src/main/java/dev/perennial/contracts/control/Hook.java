package dev.perennial.contracts.control;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * An address that another system posts its own events to, and the secrets it signs them with.
 *
 * @param id the last part of the address: 22 characters of base64url, 128 random bits
 * @param provider whose events they are, such as {@code stripe}
 * @param tenantId whom its events belong to
 * @param environment which of the provider's environments it hears
 * @param account the provider's account, where one was given
 * @param secrets several while one replaces another
 * @param revokedAt the moment from which on it is refused; null for never
 */
public record Hook(
    String id,
    String provider,
    String tenantId,
    Environment environment,
    @Nullable String account,
    List<HookSecret> secrets,
    Instant createdAt,
    @Nullable Instant revokedAt) {

  public static final String STRIPE = "stripe";

  public static final String ID = "_id";
  public static final String PROVIDER = "provider";
  public static final String TENANT_ID = "tenantId";
  public static final String ENVIRONMENT = "environment";
  public static final String ACCOUNT = "account";
  public static final String SECRETS = "secrets";
  public static final String CREATED_AT = "createdAt";
  public static final String REVOKED_AT = "revokedAt";

  private static final int ID_BYTES = 16;
  private static final Pattern ID_FORMAT = Pattern.compile("[A-Za-z0-9_-]{22}");

  /** Whether real money moves there. */
  public enum Environment {
    LIVE,
    TEST;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Environment byName(String wireName) {
      return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
  }

  public Hook {
    requireNonNull(provider, "provider");
    requireNonNull(tenantId, "tenantId");
    requireNonNull(environment, "environment");
    requireNonNull(createdAt, "createdAt");
    secrets = List.copyOf(secrets);
    if (!isId(id)) {
      throw new IllegalArgumentException("Not the id of a hook");
    }
  }

  /** One that begins with a dash would read as an option of a command: it is drawn again. */
  public static String newId(SecureRandom random) {
    String id;
    do {
      byte[] bytes = new byte[ID_BYTES];
      random.nextBytes(bytes);
      id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    } while (id.startsWith("-"));
    return id;
  }

  /** Whether a hook can have this id; others need not be looked for. */
  public static boolean isId(String text) {
    return ID_FORMAT.matcher(text).matches();
  }

  public boolean isRevoked(Instant now) {
    return revokedAt != null && !now.isBefore(revokedAt);
  }

  /** The secrets that hold at that moment. */
  public List<HookSecret> secretsAt(Instant now) {
    return secrets.stream().filter(secret -> secret.holdsAt(now)).toList();
  }

  public Document toDocument() {
    Document document =
        new Document(ID, id)
            .append(PROVIDER, provider)
            .append(TENANT_ID, tenantId)
            .append(ENVIRONMENT, environment.wireName())
            .append(SECRETS, secrets.stream().map(HookSecret::toDocument).toList())
            .append(CREATED_AT, Date.from(createdAt));
    if (account != null) {
      document.append(ACCOUNT, account);
    }
    if (revokedAt != null) {
      document.append(REVOKED_AT, Date.from(revokedAt));
    }
    return document;
  }

  public static Hook fromDocument(Document document) {
    Date revokedAt = document.getDate(REVOKED_AT);
    return new Hook(
        document.getString(ID),
        document.getString(PROVIDER),
        document.getString(TENANT_ID),
        Environment.byName(document.getString(ENVIRONMENT)),
        document.getString(ACCOUNT),
        document.getList(SECRETS, Document.class).stream().map(HookSecret::fromDocument).toList(),
        document.getDate(CREATED_AT).toInstant(),
        revokedAt == null ? null : revokedAt.toInstant());
  }
}
