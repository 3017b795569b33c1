package dev.perennial.operations.command;

import dev.perennial.operations.OperationException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where Kafka is. */
final class KafkaOptions {

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT,...",
      description = "Brokers; or $$PERENNIAL_KAFKA_BOOTSTRAPSERVERS; else 127.0.0.1:9092.",
      defaultValue = "${env:PERENNIAL_KAFKA_BOOTSTRAPSERVERS:-127.0.0.1:9092}")
  private String servers = "";

  @Option(
      names = "--kafka-config",
      paramLabel = "FILE",
      description = "Properties for the client, such as TLS and sign-in.")
  private @Nullable Path file;

  Admin admin() {
    Properties properties = new Properties();
    if (file != null) {
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (IOException e) {
        throw new OperationException("Cannot be read: " + file, e);
      }
    }
    properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
    properties.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "20000");
    properties.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "10000");
    return Admin.create(properties);
  }
}
