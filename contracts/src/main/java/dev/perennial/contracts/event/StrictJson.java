package dev.perennial.contracts.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One JSON document by RFC 8259 and nothing else. Keys occur once, nesting is at most 64 deep, a
 * number at most 100 characters long; text is valid UTF-8 without a byte order mark and without
 * lone surrogates. What breaks a rule is an {@link InvalidInput} with the code of that rule.
 */
public final class StrictJson {

  public static final int DEEPEST_NESTING = 64;
  public static final int LONGEST_NUMBER = 100;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** What stands for bytes that are not UTF-8; a text may have it of its own. */
  private static final char REPLACEMENT = '\uFFFD';

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** The factory's own limits that have no code of ours are off: the body's size bounds them. */
  private static final JsonFactory PARSERS =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(LONGEST_NUMBER)
                  .build())
          .build();

  private StrictJson() {}

  /**
   * @throws InvalidInput if the bytes are not one strict JSON document
   */
  public static JsonNode parse(byte[] body) {
    String text = decode(body);
    if (text.isBlank()) {
      throw InvalidInput.of(Defect.BODY_MISSING, "", "There is no JSON document.");
    }
    try (JsonParser parser = PARSERS.createParser(text)) {
      parser.nextToken();
      JsonNode root = value(parser, 0);
      rejectTrailing(parser);
      return root;
    } catch (StreamConstraintsException tooLong) {
      throw InvalidInput.of(
          Defect.JSON_NUMBER_TOO_LONG, "", "A number has more than 100 characters.");
    } catch (JacksonException malformed) {
      throw InvalidInput.of(Defect.JSON_MALFORMED, "", "The text is not well-formed JSON.");
    }
  }

  private static String decode(byte[] body) {
    try {
      String text = new String(body, UTF_8);
      if (text.indexOf(REPLACEMENT) >= 0) {
        text = UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      }
      if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
        throw InvalidInput.of(Defect.ENCODING, "", "The text begins with a byte order mark.");
      }
      return text;
    } catch (CharacterCodingException invalid) {
      throw InvalidInput.of(Defect.ENCODING, "", "The text is not valid UTF-8.");
    }
  }

  private static void rejectTrailing(JsonParser parser) {
    boolean more;
    try {
      more = parser.nextToken() != null;
    } catch (JacksonException garbage) {
      more = true;
    }
    if (more) {
      throw InvalidInput.of(Defect.JSON_TRAILING, "", "Something follows the JSON document.");
    }
  }

  private static JsonNode value(JsonParser parser, int depth) {
    if (depth > DEEPEST_NESTING) {
      throw InvalidInput.of(Defect.JSON_TOO_DEEP, "", "The JSON is nested more than 64 deep.");
    }
    JsonToken token = parser.currentToken();
    return switch (token == null ? JsonToken.NOT_AVAILABLE : token) {
      case START_OBJECT -> object(parser, depth + 1);
      case START_ARRAY -> array(parser, depth + 1);
      case VALUE_STRING -> NODES.stringNode(wellFormed(parser.getString()));
      case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
      case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(parser.getBooleanValue());
      case VALUE_NULL -> NODES.nullNode();
      default ->
          throw InvalidInput.of(Defect.JSON_MALFORMED, "", "The text is not well-formed JSON.");
    };
  }

  private static ObjectNode object(JsonParser parser, int depth) {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = wellFormed(parser.currentName());
      if (object.has(name)) {
        throw InvalidInput.of(Defect.JSON_DUPLICATE_KEY, "", "An object has a key twice.");
      }
      parser.nextToken();
      object.set(name, value(parser, depth));
    }
    return object;
  }

  private static ArrayNode array(JsonParser parser, int depth) {
    ArrayNode array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser, depth));
    }
    return array;
  }

  /** A lone surrogate cannot be written as UTF-8: it would come back as another text. */
  private static String wellFormed(String text) {
    if (!Texts.isPlain(text) && hasLoneSurrogate(text)) {
      throw InvalidInput.of(Defect.ENCODING, "", "A text has a lone surrogate.");
    }
    return text;
  }

  private static boolean hasLoneSurrogate(String text) {
    return text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE);
  }
}
