package dev.perennial.standalone.platform;

import com.mongodb.client.MongoClient;
import dev.perennial.contracts.control.ApiKey;
import dev.perennial.contracts.control.ApiKeyToken;
import dev.perennial.contracts.control.Scope;
import dev.perennial.operations.control.KeyAdmin;
import dev.perennial.operations.control.SignInLinks;
import dev.perennial.operations.control.TenantAdmin;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The tenant whose events are loaded, and its key, which stays over runs on a data folder. */
final class Tenancy {
  private static final SecureRandom RANDOM = new SecureRandom();

  private static final Set<Scope> SCOPES = Set.copyOf(EnumSet.allOf(Scope.class));

  private final MongoClient mongodb;
  private final String tenantId;
  private final Clock clock;
  private final String key;

  private Tenancy(MongoClient mongodb, String tenantId, Clock clock, Path keyFile) {
    this.mongodb = mongodb;
    this.tenantId = tenantId;
    this.clock = clock;
    this.key = kept(keyFile).orElseGet(() -> created(keyFile));
  }

  /** Makes tenant and key where they are not there. */
  static Tenancy establish(MongoClient mongodb, String tenantId, Clock clock, Path keyFile) {
    new TenantAdmin(mongodb, clock).create(tenantId, "Perennial demo");
    return new Tenancy(mongodb, tenantId, clock, keyFile);
  }

  String key() {
    return key;
  }

  /** A path and query that sign in once. */
  String signInPath(Duration lifetime) {
    return new SignInLinks(mongodb, clock, RANDOM).create(tenantId, lifetime);
  }

  /** The key in the file, where the database knows it, and it is neither revoked nor too narrow. */
  private Optional<String> kept(Path file) {
    return PrivateFile.read(file)
        .map(String::strip)
        .filter(
            text ->
                ApiKeyToken.parse(text)
                    .filter(
                        token ->
                            new KeyAdmin(mongodb, clock, RANDOM)
                                .list(tenantId).stream()
                                    .anyMatch(known -> permitsAll(known, token)))
                    .isPresent());
  }

  /** A key of an earlier release lacks the scopes that have come since. */
  private boolean permitsAll(ApiKey known, ApiKeyToken token) {
    return known.accepts(token, clock.instant()) && known.scopes().containsAll(SCOPES);
  }

  private String created(Path file) {
    String text =
        new KeyAdmin(mongodb, clock, RANDOM).create(tenantId, "demo", SCOPES, null).token().text();
    PrivateFile.write(file, text);
    return text;
  }
}
