package dev.perennial.operations.command;

import com.mongodb.client.MongoClient;
import dev.perennial.operations.audit.AuditChain;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "audit",
    description = "What operators changed: tenants, keys, sign-in links.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class AuditCommand extends CommandGroup {

  @Command(
      name = "list",
      description = "Lists all entries, oldest first.",
      mixinStandardHelpOptions = true)
  void list(@Mixin MongodbOptions mongodb) {
    try (MongoClient client = mongodb.client()) {
      chain(client).list().forEach(out()::println);
    }
  }

  @Command(
      name = "verify",
      description = {
        "Walks the chain and prints its head; 3 where an entry is broken or the noted head is gone.",
        "Only a head noted elsewhere shows that the end of the chain was cut off."
      },
      mixinStandardHelpOptions = true)
  int verify(
      @Mixin MongodbOptions mongodb,
      @Option(names = "--head", paramLabel = "HASH", description = "A head noted earlier.")
          @Nullable String head) {
    try (MongoClient client = mongodb.client()) {
      AuditChain.Verdict verdict = chain(client).verify();
      if (verdict.broken() > 0) {
        out().println("entry " + verdict.broken() + " is broken");
        return Perennial.AMISS;
      }
      if (head != null && !verdict.contains(head)) {
        out().println("the noted head is not part of the chain");
        return Perennial.AMISS;
      }
      out().println("%d entries, head %s".formatted(verdict.hashes().size(), verdict.head()));
      return 0;
    }
  }

  private AuditChain chain(MongoClient client) {
    return new AuditChain(client, clock(), "nobody");
  }
}
