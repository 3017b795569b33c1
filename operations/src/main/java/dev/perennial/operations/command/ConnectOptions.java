package dev.perennial.operations.command;

import dev.perennial.operations.connect.ConnectorAdmin;
import java.net.URI;
import picocli.CommandLine.Option;

/** Where Kafka Connect is. */
final class ConnectOptions {

  @Option(
      names = "--connect",
      paramLabel = "URL",
      description = "A worker's REST interface; or $$PERENNIAL_CONNECT_URL; else port 8083 here.",
      defaultValue = "${env:PERENNIAL_CONNECT_URL:-http://127.0.0.1:8083}")
  private URI worker = URI.create("http://127.0.0.1:8083");

  ConnectorAdmin connectors() {
    return new ConnectorAdmin(worker);
  }
}
