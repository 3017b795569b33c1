package dev.perennial.operations.command;

import dev.perennial.operations.letters.Standing;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "list",
    description = {
      "Lists dead letters, a line each: id, when, state, reason, where the record came from, and"
          + " the event's type, id, source, tenant and subscriber where its headers say them.",
      "Nothing of an event's data is shown. Sinks' letters are listed too; their reason is the"
          + " exception's name."
    },
    mixinStandardHelpOptions = true)
final class DeadLettersListCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private LetterOptions letters = new LetterOptions();
  @Mixin private SelectionOptions selection = new SelectionOptions();

  @Option(names = "--all", description = "Also those that were replayed or discarded.")
  private boolean all;

  @Override
  public Integer call() {
    Map<String, Integer> counts = new TreeMap<>();
    letters.with(
        (reader, audit) -> {
          reader.read(
              selection.selection(),
              batch -> audit.standings(batch).forEach(standing -> list(standing, counts)));
          return 0;
        });
    spec.commandLine().getOut().println(total(counts));
    return 0;
  }

  private void list(Standing standing, Map<String, Integer> counts) {
    if (all || standing.isOpen()) {
      spec.commandLine().getOut().println(LetterLine.of(standing));
      counts.merge(standing.state(), 1, Integer::sum);
    }
  }

  private String total(Map<String, Integer> counts) {
    if (counts.isEmpty()) {
      return all ? "no dead letters" : "no open dead letters";
    }
    int sum = counts.values().stream().mapToInt(Integer::intValue).sum();
    String states =
        counts.entrySet().stream()
            .map(each -> each.getValue() + " " + each.getKey())
            .collect(Collectors.joining(", "));
    return (sum == 1 ? "1 dead letter: " : sum + " dead letters: ") + states;
  }
}
