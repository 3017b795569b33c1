package dev.perennial.operations.command;

import com.mongodb.client.MongoClient;
import dev.perennial.contracts.control.ApiKey;
import dev.perennial.contracts.control.ApiKeyToken;
import dev.perennial.contracts.control.Scope;
import dev.perennial.operations.OperationException;
import dev.perennial.operations.control.CreatedKey;
import dev.perennial.operations.control.KeyAdmin;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "keys",
    description = "API keys. Each belongs to one tenant and is stored hashed.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class KeysCommand implements Runnable {

  private static final String ALL_SCOPES =
      Stream.of(Scope.values()).map(Scope::wireName).collect(Collectors.joining(", "));

  @ParentCommand private @Nullable Perennial perennial;
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "create",
      description = "Makes a key and shows it, this one time, alone on standard output.",
      mixinStandardHelpOptions = true)
  void create(
      @Mixin MongodbOptions mongodb,
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
          @Nullable Instant expires) {
    try (MongoClient client = mongodb.client()) {
      CreatedKey created = keys(client).create(tenant, name, scopes(scopes), expires);
      spec.commandLine().getErr().println("created " + line(created.key()));
      spec.commandLine().getOut().println(created.token().text());
    }
  }

  @Command(
      name = "list",
      description = "Lists keys, revoked ones too, without their secrets.",
      mixinStandardHelpOptions = true)
  void list(
      @Mixin MongodbOptions mongodb,
      @Parameters(paramLabel = "TENANT", arity = "0..1", description = "All tenants', if absent.")
          @Nullable String tenant) {
    PrintWriter out = spec.commandLine().getOut();
    try (MongoClient client = mongodb.client()) {
      keys(client).list(tenant).forEach(key -> out.println(line(key)));
    }
  }

  @Command(
      name = "revoke",
      description = "Ends a key. It stays on the list.",
      mixinStandardHelpOptions = true)
  void revoke(
      @Mixin MongodbOptions mongodb,
      @Parameters(paramLabel = "PREFIX", description = "The 8 characters behind pk_.")
          String given) {
    String prefix = ApiKeyToken.parse(given).map(ApiKeyToken::prefix).orElse(given);
    try (MongoClient client = mongodb.client()) {
      boolean now = keys(client).revoke(prefix);
      spec.commandLine()
          .getOut()
          .println(now ? "revoked " + prefix : prefix + " was revoked before");
    }
  }

  private KeyAdmin keys(MongoClient client) {
    Clock clock = Objects.requireNonNull(perennial).clock();
    return new KeyAdmin(client, clock, new SecureRandom());
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
    return "%s\t%s\t%s\t%s\tcreated %s%s%s"
        .formatted(
            key.prefix(),
            key.tenantId(),
            key.name(),
            scopes,
            key.createdAt(),
            since("\texpires ", key.expiresAt()),
            since("\trevoked ", key.revokedAt()));
  }

  private static String since(String what, @Nullable Instant moment) {
    return moment == null ? "" : what + moment;
  }
}
