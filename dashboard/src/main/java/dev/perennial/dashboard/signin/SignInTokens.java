package dev.perennial.dashboard.signin;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import dev.perennial.contracts.control.ControlDatabase;
import dev.perennial.contracts.control.SignInToken;
import dev.perennial.dashboard.DashboardSettings;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Redeems sign-in links. Each is good once: finding it and marking it used are one step. */
@Component
class SignInTokens {

  private final MongoDatabase control;
  private final Clock clock;

  SignInTokens(MongoClient client, DashboardSettings settings, Clock clock) {
    this.control =
        client
            .getDatabase(ControlDatabase.NAME)
            .withTimeout(settings.readTimeout().toMillis(), TimeUnit.MILLISECONDS);
    this.clock = clock;
  }

  /**
   * Whom the token lets in; nobody, if it is unknown, used or expired.
   *
   * @throws com.mongodb.MongoException if the database does not answer; the token may be used then
   */
  Optional<Tenant> redeem(SignInToken token) {
    Date now = Date.from(clock.instant());
    Document redeemed =
        control
            .getCollection(ControlDatabase.SIGN_IN_TOKENS)
            .findOneAndUpdate(
                and(
                    eq(SignInToken.HASH, token.hash()),
                    exists(SignInToken.USED_AT, false),
                    gt(SignInToken.EXPIRES_AT, now)),
                Updates.set(SignInToken.USED_AT, now));
    return Optional.ofNullable(redeemed)
        .map(document -> tenant(document.getString(SignInToken.TENANT_ID)));
  }

  private Tenant tenant(String tenantId) {
    Document found =
        control.getCollection(ControlDatabase.TENANTS).find(eq("_id", tenantId)).first();
    String name = found == null ? null : found.getString("name");
    return new Tenant(tenantId, name == null ? tenantId : name);
  }
}
