package dev.perennial.starter;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the backends are and which epoch is served. A service asks for what it needs with a {@code
 * required} method, which names the missing property.
 *
 * @param epoch of the projections, 1 by default
 * @param partitions of every topic but the dead letters, 12 by default
 * @param environment production by default
 */
@Validated
@ConfigurationProperties("perennial")
public record PerennialProperties(
    @DefaultValue Kafka kafka,
    @DefaultValue Mongodb mongodb,
    @DefaultValue Redis redis,
    @DefaultValue("1") @Min(1) @Max(8_191) int epoch,
    @DefaultValue("12") @Min(1) int partitions,
    @DefaultValue("PRODUCTION") Environment environment) {

  /** Where the service runs; development permits what production must not. */
  public enum Environment {
    DEVELOPMENT,
    PRODUCTION
  }

  /**
   * @param bootstrapServers host:port, separated by commas
   */
  public record Kafka(@Nullable String bootstrapServers) {

    public String requiredBootstrapServers() {
      return required(bootstrapServers, "perennial.kafka.bootstrap-servers");
    }
  }

  /**
   * @param uri with credentials; it is never printed
   */
  public record Mongodb(@Nullable String uri) {

    public String requiredUri() {
      return required(uri, "perennial.mongodb.uri");
    }

    @Override
    public String toString() {
      return "Mongodb[***]";
    }
  }

  /**
   * @param uri with its password; it is never printed
   */
  public record Redis(@Nullable String uri) {

    public String requiredUri() {
      return required(uri, "perennial.redis.uri");
    }

    @Override
    public String toString() {
      return "Redis[***]";
    }
  }

  private static String required(@Nullable String value, String property) {
    if (value == null || value.isBlank()) {
      throw new IllegalStateException("The property " + property + " is not set");
    }
    return value;
  }
}
