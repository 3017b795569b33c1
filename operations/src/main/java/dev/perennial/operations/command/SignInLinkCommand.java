package dev.perennial.operations.command;

import com.mongodb.client.MongoClient;
import dev.perennial.operations.control.SignInLinks;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "sign-in-link",
    description = "Prints a link's path that signs one person in, once, for a tenant.",
    mixinStandardHelpOptions = true)
final class SignInLinkCommand implements Callable<Integer> {

  @ParentCommand private @Nullable Perennial perennial;
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private MongodbOptions mongodb = new MongodbOptions();
  @Mixin private OperatorOption operator = new OperatorOption();

  @Parameters(paramLabel = "TENANT")
  private String tenant = "";

  @Option(
      names = "--lifetime",
      paramLabel = "DURATION",
      converter = SimpleDuration.class,
      description = "Such as 1h or PT1H, at most 7d; 15 minutes unless given.")
  private Duration lifetime = SignInLinks.DEFAULT_LIFETIME;

  @Override
  public Integer call() {
    var clock = Objects.requireNonNull(perennial).clock();
    try (MongoClient client = mongodb.client()) {
      var links = new SignInLinks(client, clock, new SecureRandom(), operator.operator());
      spec.commandLine().getOut().println(links.create(tenant, lifetime));
    }
    return 0;
  }
}
