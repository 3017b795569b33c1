package dev.perennial.operations.command;

import com.mongodb.client.MongoClient;
import dev.perennial.contracts.control.ApiKey;
import dev.perennial.contracts.control.ApiKeyToken;
import dev.perennial.contracts.control.KeyLimits;
import dev.perennial.contracts.control.Scope;
import dev.perennial.operations.OperationException;
import dev.perennial.operations.control.CreatedKey;
import dev.perennial.operations.control.KeyAdmin;
import dev.perennial.operations.control.Rotation;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "keys",
    description = "API keys. Each belongs to one tenant and is stored hashed.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class KeysCommand extends CommandGroup {

  private static final String ALL_SCOPES =
      Stream.of(Scope.values()).map(Scope::wireName).collect(Collectors.joining(", "));

  @Command(
      name = "create",
      description = "Makes a key and shows it, this one time, alone on standard output.",
      mixinStandardHelpOptions = true)
  void create(
      @Mixin MongodbOptions mongodb,
      @Mixin OperatorOption operator,
      @Parameters(paramLabel = "TENANT") String tenant,
      @Option(
              names = "--name",
              required = true,
              paramLabel = "TEXT",
              description = "Who uses it, and for what.")
          String name,
      @Option(
              names = "--scope",
              required = true,
              split = ",",
              paramLabel = "SCOPE",
              description = {
                "events:write, events:backfill (history of any age), rates:write (for the rates of all",
                "tenants), destinations:write, read; several times, or by comma."
              })
          List<String> scopes,
      @Option(
              names = "--expires",
              paramLabel = "INSTANT",
              description = "Such as 2027-01-01T00:00:00Z; never, if absent.")
          @Nullable Instant expires,
      @Option(
              names = "--limit",
              split = ",",
              paramLabel = "KIND=N",
              description = "requests, events or bytes a second, where not the service's.")
          @Nullable Map<String, Long> limits) {
    try (MongoClient client = mongodb.client()) {
      show(
          keys(client, operator.operator())
              .create(
                  tenant,
                  name,
                  scopes(scopes),
                  expires,
                  limits(Objects.requireNonNullElse(limits, Map.of()))));
    }
  }

  @Command(
      name = "rotate",
      description = {
        "Makes a key of the same tenant, name, scopes and limits, and shows it this one time;",
        "the old one expires after the overlap."
      },
      mixinStandardHelpOptions = true)
  void rotate(
      @Mixin MongodbOptions mongodb,
      @Mixin OperatorOption operator,
      @Parameters(paramLabel = "PREFIX", description = "The 8 characters behind pk_.") String given,
      @Mixin OverlapOption overlap,
      @Option(
              names = "--expires",
              paramLabel = "INSTANT",
              description = {
                "When the new one ends, such as 2027-01-01T00:00:00Z; unless given, it lives as",
                "long from now on as the old one was to when it was made."
              })
          @Nullable Instant expires) {
    String prefix = prefix(given);
    try (MongoClient client = mongodb.client()) {
      Rotation rotation =
          keys(client, operator.operator()).rotate(prefix, overlap.overlap(), expires);
      err().println("%s expires %s".formatted(prefix, rotation.ends()));
      show(rotation.successor());
    }
  }

  /** The text alone on standard output, so that it can be piped to where it is kept. */
  private void show(CreatedKey created) {
    err().println("created " + line(created.key()));
    out().println(created.token().text());
  }

  @Command(
      name = "list",
      description = "Lists keys, revoked ones too, without their secrets.",
      mixinStandardHelpOptions = true)
  void list(
      @Mixin MongodbOptions mongodb,
      @Parameters(paramLabel = "TENANT", arity = "0..1", description = "All tenants', if absent.")
          @Nullable String tenant) {
    try (MongoClient client = mongodb.client()) {
      keys(client, "nobody").list(tenant).forEach(key -> out().println(line(key)));
    }
  }

  @Command(
      name = "revoke",
      description = "Ends a key. It stays on the list.",
      mixinStandardHelpOptions = true)
  void revoke(
      @Mixin MongodbOptions mongodb,
      @Mixin OperatorOption operator,
      @Parameters(paramLabel = "PREFIX", description = "The 8 characters behind pk_.")
          String given) {
    String prefix = prefix(given);
    try (MongoClient client = mongodb.client()) {
      boolean now = keys(client, operator.operator()).revoke(prefix);
      out().println(now ? "revoked " + prefix : prefix + " was revoked before");
    }
  }

  /** Whoever gives a whole key means its prefix. */
  private static String prefix(String given) {
    return ApiKeyToken.parse(given).map(ApiKeyToken::prefix).orElse(given);
  }

  private static KeyLimits limits(Map<String, Long> given) {
    Set<String> kinds = Set.of(KeyLimits.REQUESTS, KeyLimits.EVENTS, KeyLimits.BYTES);
    if (!kinds.containsAll(given.keySet())) {
      throw new OperationException("Limits are requests, events and bytes");
    }
    return new KeyLimits(
        given.get(KeyLimits.REQUESTS), given.get(KeyLimits.EVENTS), given.get(KeyLimits.BYTES));
  }

  private KeyAdmin keys(MongoClient client, String operator) {
    return new KeyAdmin(client, clock(), new SecureRandom(), operator);
  }

  private static Set<Scope> scopes(List<String> names) {
    return names.stream()
        .map(
            name ->
                Scope.byName(name)
                    .orElseThrow(() -> new OperationException("Scopes are " + ALL_SCOPES)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String line(ApiKey key) {
    String scopes =
        key.scopes().stream().map(Scope::wireName).sorted().collect(Collectors.joining(","));
    return "%s\t%s\t%s\t%s\tcreated %s%s%s%s%s%s"
        .formatted(
            key.prefix(),
            key.tenantId(),
            key.name(),
            scopes,
            key.createdAt(),
            since("\texpires ", key.expiresAt()),
            since("\trevoked ", key.revokedAt()),
            key.limits().equals(KeyLimits.NONE) ? "" : "\tlimits " + key.limits().text(),
            key.successor() == null ? "" : "\tsuccessor " + key.successor(),
            key.checked() ? "" : "\told format, without checksum: rotate it");
  }

  private static String since(String what, @Nullable Instant moment) {
    return moment == null ? "" : what + moment;
  }
}
