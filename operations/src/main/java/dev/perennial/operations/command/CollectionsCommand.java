package dev.perennial.operations.command;

import com.mongodb.client.MongoClient;
import dev.perennial.operations.audit.AuditChain;
import dev.perennial.operations.collections.CollectionAdmin;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "collections",
    description = "MongoDB's collections with their validators and indexes, as declared.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class CollectionsCommand extends CommandGroup {
  @Command(
      name = "apply",
      description = "Creates what is missing and alters what differs; drops nothing.",
      mixinStandardHelpOptions = true)
  void apply(
      @Mixin MongodbOptions mongodb, @Mixin OperatorOption operator, @Mixin EpochOption epoch) {
    String who = operator.operator();
    try (MongoClient client = mongodb.client()) {
      List<String> done = CollectionAdmin.apply(client, epoch.epoch());
      Lines.done(spec(), done);
      if (!done.isEmpty()) {
        new AuditChain(client, clock(), who)
            .enter(
                "collections-applied",
                "epoch " + epoch.epoch(),
                Map.of("done", String.join("; ", done)));
      }
    }
  }
}
