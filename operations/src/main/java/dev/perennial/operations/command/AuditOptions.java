package dev.perennial.operations.command;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import dev.perennial.operations.OperationException;
import dev.perennial.operations.audit.AuditChain;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The audit record of commands that have nothing else to do with MongoDB, where there is one. */
final class AuditOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--mongodb",
      paramLabel = "URI",
      description = {
        "MongoDB, where what was done is entered into the audit record;",
        "or $$PERENNIAL_MONGODB_URI; if neither is given, it is not entered."
      },
      defaultValue = "${env:PERENNIAL_MONGODB_URI}")
  private @Nullable String uri;

  @Mixin private OperatorOption operator = new OperatorOption();

  /** Asked before anything is done: who does it must be known. */
  String operator() {
    return operator.operator();
  }

  /**
   * Enters what was done; where that was nothing, there is nothing to enter.
   *
   * @throws OperationException where MongoDB does not take it; what was done stays done
   */
  void enter(Clock clock, String action, String subject, List<String> done) {
    if (done.isEmpty()) {
      return;
    }
    if (uri == null || uri.isBlank()) {
      spec.commandLine()
          .getErr()
          .println(
              "not entered into the audit record: neither --mongodb nor PERENNIAL_MONGODB_URI");
      return;
    }
    try (MongoClient client = MongodbOptions.client(uri)) {
      new AuditChain(client, clock, operator())
          .enter(action, subject, Map.of("done", String.join("; ", done)));
    } catch (MongoException failure) {
      throw new OperationException(
          "Done, but not entered into the audit record: " + FailureLine.of(failure), failure);
    }
  }
}
