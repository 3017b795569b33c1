package dev.perennial.operations.command;

import com.mongodb.client.MongoClient;
import dev.perennial.contracts.control.Hook;
import dev.perennial.operations.hooks.HookAdmin;
import java.security.SecureRandom;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "hooks",
    description = "Addresses for Stripe's webhooks. Signing secrets are stored sealed.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class HooksCommand extends CommandGroup {

  private static final String PATH = "/v1/hooks/stripe/";

  @Command(
      name = "create",
      description = "Makes a hook and shows the path for Stripe, alone on standard output.",
      mixinStandardHelpOptions = true)
  void create(
      @Mixin MongodbOptions mongodb,
      @Mixin OperatorOption operator,
      @Mixin HookSecretOptions secrets,
      @Parameters(paramLabel = "TENANT") String tenant,
      @Option(
              names = "--environment",
              paramLabel = "live|test",
              defaultValue = "live",
              description = "Which of Stripe's it hears; live, if absent.")
          Hook.Environment environment,
      @Option(
              names = "--account",
              paramLabel = "acct_...",
              description = "Stripe's account, for the source of its events; else the hook's id.")
          @Nullable String account) {
    try (MongoClient client = mongodb.client()) {
      Hook hook =
          hooks(client, operator.operator())
              .create(tenant, environment, account, secrets.secret(), secrets.keys());
      err().println("created " + line(hook));
      out().println(PATH + hook.id());
    }
  }

  @Command(
      name = "list",
      description = "Lists hooks, revoked ones too, without their secrets.",
      mixinStandardHelpOptions = true)
  void list(
      @Mixin MongodbOptions mongodb,
      @Parameters(paramLabel = "TENANT", arity = "0..1", description = "All tenants', if absent.")
          @Nullable String tenant) {
    try (MongoClient client = mongodb.client()) {
      hooks(client, "nobody").list(tenant).forEach(hook -> out().println(line(hook)));
    }
  }

  @Command(
      name = "rotate",
      description = {
        "Gives a hook one more signing secret; those it has end after the overlap. Stripe signs",
        "with an old one for at most a day."
      },
      mixinStandardHelpOptions = true)
  void rotate(
      @Mixin MongodbOptions mongodb,
      @Mixin OperatorOption operator,
      @Mixin HookSecretOptions secrets,
      @Parameters(paramLabel = "ID", description = "The last part of the path.") String id,
      @Mixin OverlapOption overlap) {
    try (MongoClient client = mongodb.client()) {
      Hook hook =
          hooks(client, operator.operator())
              .rotate(id, secrets.secret(), overlap.overlap(), secrets.keys());
      out().println("rotated " + line(hook));
    }
  }

  @Command(
      name = "revoke",
      description = "Ends a hook. It stays on the list.",
      mixinStandardHelpOptions = true)
  void revoke(
      @Mixin MongodbOptions mongodb,
      @Mixin OperatorOption operator,
      @Parameters(paramLabel = "ID", description = "The last part of the path.") String id) {
    try (MongoClient client = mongodb.client()) {
      boolean now = hooks(client, operator.operator()).revoke(id);
      out().println(now ? "revoked " + id : id + " was revoked before");
    }
  }

  private HookAdmin hooks(MongoClient client, String operator) {
    return new HookAdmin(client, clock(), new SecureRandom(), operator);
  }

  private String line(Hook hook) {
    Instant now = clock().instant();
    return "%s\t%s\t%s\t%s\tsecrets %d\tcreated %s%s"
        .formatted(
            hook.id(),
            hook.tenantId(),
            hook.environment().wireName(),
            hook.account() == null ? "-" : hook.account(),
            hook.secretsAt(now).size(),
            hook.createdAt(),
            hook.revokedAt() == null ? "" : "\trevoked " + hook.revokedAt());
  }
}
