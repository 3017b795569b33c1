package dev.perennial.operations.command;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** 24h, 30m, 2d and all of ISO 8601's durations. */
final class SimpleDuration implements ITypeConverter<Duration> {

  @Override
  public Duration convert(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    try {
      return Duration.parse(
          upper.startsWith("P") ? upper : upper.endsWith("D") ? "P" + upper : "PT" + upper);
    } catch (DateTimeParseException notOne) {
      throw new TypeConversionException("A duration is such as 24h, 30m or PT1H30M");
    }
  }
}
