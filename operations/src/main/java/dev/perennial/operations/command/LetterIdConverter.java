package dev.perennial.operations.command;

import dev.perennial.operations.letters.LetterId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A dead letter's id as an argument. */
final class LetterIdConverter implements ITypeConverter<LetterId> {

  @Override
  public LetterId convert(String text) {
    return LetterId.parse(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "An id is topic:partition:offset, such as subscription-events:2:17"));
  }
}
