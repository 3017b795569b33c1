package dev.perennial.operations.command;

import com.mongodb.client.MongoClient;
import dev.perennial.operations.collections.CollectionAdmin;
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
  void apply(@Mixin MongodbOptions mongodb, @Mixin EpochOption epoch) {
    try (MongoClient client = mongodb.client()) {
      Lines.done(spec(), CollectionAdmin.apply(client, epoch.epoch()));
    }
  }
}
