package dev.perennial.operations.control;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import dev.perennial.contracts.control.ControlDatabase;
import dev.perennial.contracts.control.SignInToken;
import dev.perennial.operations.OperationException;
import dev.perennial.operations.audit.AuditChain;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.bson.Document;

/** Links that sign a person in once. */
public final class SignInLinks {

  /** Long enough to pass a link on, short enough that a forgotten one is worth nothing. */
  public static final Duration DEFAULT_LIFETIME = Duration.ofMinutes(15);

  /** Whoever finds it is signed in until then. */
  public static final Duration LONGEST_LIFETIME = Duration.ofDays(7);

  private final TenantAdmin tenants;
  private final MongoCollection<Document> tokens;
  private final AuditChain audit;
  private final Clock clock;
  private final SecureRandom random;

  /** For links that the platform makes by itself. */
  public SignInLinks(MongoClient mongodb, Clock clock, SecureRandom random) {
    this(mongodb, clock, random, TenantAdmin.PLATFORM);
  }

  /**
   * @param operator who makes them, for the audit record
   */
  public SignInLinks(MongoClient mongodb, Clock clock, SecureRandom random, String operator) {
    this.audit = new AuditChain(mongodb, clock, operator);
    this.tenants = new TenantAdmin(mongodb, clock);
    this.tokens =
        mongodb
            .getDatabase(ControlDatabase.NAME)
            .getCollection(ControlDatabase.SIGN_IN_TOKENS)
            .withWriteConcern(WriteConcern.MAJORITY);
    this.clock = clock;
    this.random = random;
  }

  /**
   * @return the link's path and query on the dashboard; whoever has it is signed in
   * @throws OperationException where the tenant is unknown, or the lifetime is not positive or
   *     longer than {@link #LONGEST_LIFETIME}
   */
  public String create(String tenantId, Duration lifetime) {
    if (!lifetime.isPositive() || lifetime.compareTo(LONGEST_LIFETIME) > 0) {
      throw new OperationException(
          "A link lives for more than no time and at most %d days"
              .formatted(LONGEST_LIFETIME.toDays()));
    }
    tenants.require(tenantId);
    SignInToken token = SignInToken.generate(random);
    Instant now = clock.instant();
    Document stored =
        new Document(SignInToken.HASH, token.hash())
            .append(SignInToken.TENANT_ID, tenantId)
            .append(SignInToken.CREATED_AT, Date.from(now))
            .append(SignInToken.EXPIRES_AT, Date.from(now.plus(lifetime)));
    audit.transaction(
        session -> {
          tokens.insertOne(session, stored);
          audit.enter(
              session, "sign-in-link-created", tenantId, Map.of("lifetime", lifetime.toString()));
          return true;
        });
    return "/sign-in?token=" + token.text();
  }
}
