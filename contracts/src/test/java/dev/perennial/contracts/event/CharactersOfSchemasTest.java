package dev.perennial.contracts.event;

import static org.assertj.core.api.Assertions.fail;

import dev.perennial.domain.event.EventType;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The schemas spell out which characters are invisible or blank, since not every validator knows
 * Unicode's properties; here each character there is is held against what Java says of it. A Java
 * release that knows a newer Unicode may add some: then the schemas follow.
 */
class CharactersOfSchemasTest {

  private static final Pattern ID = pattern("id");
  private static final Pattern TEXT = pattern("text");

  @ParameterizedTest
  @ValueSource(strings = {"%s", "a%s"})
  void everyCharacterIsWhereTheReaderHasIt(String form) {
    for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
      if (Character.getType(point) != Character.SURROGATE) {
        String text = form.replace("%s", Character.toString(point));
        if (takes(ID, text) != reads(() -> Texts.id(text, ""))
            || takes(TEXT, text) != reads(() -> Texts.text(text, "", 10))) {
          fail("U+%04X in \"%s\"", point, form);
        }
      }
    }
  }

  private static boolean takes(Pattern pattern, String text) {
    return pattern.matcher(text).matches();
  }

  private static boolean reads(Runnable reader) {
    try {
      reader.run();
      return true;
    } catch (InvalidInput refused) {
      return false;
    }
  }

  private static Pattern pattern(String definition) {
    return Pattern.compile(
        EventSchemas.of(EventType.SUBSCRIPTION_STARTED)
            .at("/$defs/" + definition + "/pattern")
            .stringValue());
  }
}
