package dev.perennial.operations.command;

import com.mongodb.client.MongoClient;
import dev.perennial.operations.audit.AuditChain;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

@Command(
    name = "audit",
    description = "What operators changed, in a chain of hashes.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class AuditCommand extends CommandGroup {

  private static final class Head implements ITypeConverter<String> {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    @Override
    public String convert(String text) {
      String lower = text.toLowerCase(Locale.ROOT);
      if (!HASH.matcher(lower).matches()) {
        throw new TypeConversionException("a head is 64 hexadecimal digits, as verify prints it");
      }
      return lower;
    }
  }

  @Command(
      name = "list",
      description = "Lists all entries, oldest first.",
      mixinStandardHelpOptions = true)
  void list(@Mixin MongodbOptions mongodb) {
    try (MongoClient client = mongodb.client()) {
      chain(client).list(out()::println);
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
      @Option(
              names = "--head",
              paramLabel = "HASH",
              converter = Head.class,
              description = "A head noted earlier.")
          @Nullable String head) {
    try (MongoClient client = mongodb.client()) {
      AuditChain.Verdict verdict = chain(client).verify(head);
      out().println(text(verdict));
      return verdict.broken() || !verdict.hasNoted() ? Perennial.AMISS : 0;
    }
  }

  private static String text(AuditChain.Verdict verdict) {
    if (verdict.broken()) {
      return "entry %d was altered or is missing; those before it are whole, their head %s"
          .formatted(verdict.entries() + 1, verdict.head());
    }
    String whole = "%d entries, head %s".formatted(verdict.entries(), verdict.head());
    return verdict.hasNoted()
        ? whole
        : "the noted head is not part of the chain: its end was cut off, or all of it written anew; "
            + whole;
  }

  private AuditChain chain(MongoClient client) {
    return new AuditChain(client, clock(), "nobody");
  }
}
