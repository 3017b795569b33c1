package dev.perennial.operations.command;

import com.mongodb.client.MongoClient;
import dev.perennial.operations.control.TenantAdmin;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "tenants",
    description = "The platform's customers.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class TenantsCommand extends CommandGroup {

  @Command(
      name = "create",
      description = "Makes a tenant; one that is there stays as it is.",
      mixinStandardHelpOptions = true)
  void create(
      @Mixin MongodbOptions mongodb,
      @Mixin OperatorOption operator,
      @Parameters(paramLabel = "TENANT", description = "Its id; never changes.") String id,
      @Option(names = "--name", paramLabel = "TEXT", description = "For people; the id, if absent.")
          @Nullable String name) {
    try (MongoClient client = mongodb.client()) {
      boolean created =
          new TenantAdmin(client, clock(), operator.operator())
              .create(id, Objects.requireNonNullElse(name, id));
      out().println(created ? "created tenant " + id : "tenant " + id + " is there already");
    }
  }

  @Command(name = "list", description = "Lists all tenants.", mixinStandardHelpOptions = true)
  void list(@Mixin MongodbOptions mongodb) {
    try (MongoClient client = mongodb.client()) {
      new TenantAdmin(client, clock())
          .list()
          .forEach(
              tenant ->
                  out()
                      .println(
                          "%s\t%s\tcreated %s"
                              .formatted(tenant.id(), tenant.name(), tenant.createdAt())));
    }
  }
}
