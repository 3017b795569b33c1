package dev.perennial.operations.command;

import dev.perennial.operations.rates.RatesFile;
import dev.perennial.operations.rates.RatesImport;
import java.nio.file.Path;
import java.time.LocalDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "rates",
    description = "Exchange rates. They hold for every tenant.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class RatesCommand extends CommandGroup {

  @Command(
      name = "import",
      description = {
        "Publishes a file of the European Central Bank's reference rates: the daily one or the",
        "history, as XML or as CSV, also in the zip that it comes in. A second time changes",
        "nothing. The key needs the scopes events:write and rates:write, and events:backfill for",
        "days of more than 30 days ago."
      },
      mixinStandardHelpOptions = true,
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {
        "0:every day is published",
        "1:the file cannot be read, or ingest takes nothing; days before may be published",
        "2:not understood",
        "3:ingest refused some days; the others are published"
      })
  int publish(
      @Mixin IngestOptions ingest,
      @Parameters(paramLabel = "FILE") Path file,
      @Option(
              names = "--from",
              paramLabel = "DATE",
              defaultValue = "1999-01-01",
              description = "Leave out what is older, such as 2026-01-01.")
          LocalDate from,
      @Option(names = "--dry-run", description = "Only says what would be published.")
          boolean dryRun) {
    RatesFile rates = RatesFile.read(file, from);
    rates.lines().forEach(out()::println);
    if (dryRun || rates.days().isEmpty()) {
      return 0;
    }
    var published =
        new RatesImport(ingest.ingest(), ingest.key(), clock(), out()::println).run(rates.days());
    published.refused().forEach((date, code) -> out().println("refused " + date + ": " + code));
    out()
        .println(
            "published %d days, refused %d"
                .formatted(published.published(), published.refused().size()));
    if (published.known() > 0) {
      out().println("ingest had %d of them already".formatted(published.known()));
    }
    return published.refused().isEmpty() ? 0 : Perennial.AMISS;
  }
}
