package dev.perennial.ingest.csv;

import dev.perennial.ingest.imports.Moments;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** How a cell's text is read. What it may say is the event's business, not the cell's. */
enum Form {
  /** As it stands. */
  TEXT {
    @Override
    JsonNode read(String cell) {
      return NODES.stringNode(cell);
    }
  },

  /** One of a few words, in any case of ASCII letters. */
  WORD {
    @Override
    JsonNode read(String cell) {
      return NODES.stringNode(word(cell));
    }
  },

  /** A whole number without sign, leading zeros or separators. */
  NUMBER {
    @Override
    JsonNode read(String cell) {
      if (!WHOLE.matcher(cell).matches()) {
        throw new Spoilt("number-format", "A whole number such as 3 is due.");
      }
      return NODES.numberNode(Integer.parseInt(cell));
    }
  },

  /** A decimal number with a point; what a comma means nobody can know. */
  AMOUNT {
    @Override
    JsonNode read(String cell) {
      if (cell.indexOf(',') >= 0) {
        throw new Spoilt("decimal-comma", "Amounts have a decimal point and no separators.");
      }
      return NODES.stringNode(cell);
    }
  },

  /** A day, or a time with its zone. */
  MOMENT {
    @Override
    JsonNode read(String cell) {
      return NODES.stringNode(Moments.of(cell));
    }
  },

  /** Such as "3 MONTH". */
  PERIOD {
    @Override
    JsonNode read(String cell) {
      Matcher parts = matched(PARTS_OF_PERIOD, cell, "A number and a unit are due: 3 MONTH.");
      return NODES
          .objectNode()
          .put("every", Integer.parseInt(parts.group(1)))
          .put("unit", word(parts.group(2)));
    }
  },

  /** Such as "1 of 2": spreadsheets make a day of 1/2. */
  SHARE {
    @Override
    JsonNode read(String cell) {
      Matcher parts = matched(PARTS_OF_SHARE, cell, "Two numbers are due: 1 of 2.");
      return NODES
          .objectNode()
          .put("part", Integer.parseInt(parts.group(1)))
          .put("of", Integer.parseInt(parts.group(2)));
    }
  },

  /** Texts with | between them. */
  LIST {
    @Override
    JsonNode read(String cell) {
      ArrayNode texts = NODES.arrayNode();
      for (String text : cell.split("\\|", -1)) {
        texts.add(text);
      }
      return texts;
    }
  };

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern WHOLE = Pattern.compile("0|[1-9]\\d{0,8}");
  private static final Pattern LETTERS = Pattern.compile("[A-Za-z_]+");
  private static final Pattern PARTS_OF_PERIOD =
      Pattern.compile("([1-9]\\d{0,8}) ([A-Za-z]{1,16})");
  private static final Pattern PARTS_OF_SHARE =
      Pattern.compile("([1-9]\\d{0,8}) of ([1-9]\\d{0,8})");

  /**
   * Thrown where a cell cannot be read; carries no stack trace, since bad cells are no surprise.
   */
  static final class Spoilt extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String detail;

    Spoilt(String code, String detail) {
      super(code, null, false, false);
      this.code = code;
      this.detail = detail;
    }

    String code() {
      return code;
    }

    String detail() {
      return detail;
    }
  }

  /**
   * @param cell not empty
   * @throws Spoilt if it does not have this form
   */
  abstract JsonNode read(String cell);

  private static String word(String cell) {
    return LETTERS.matcher(cell).matches() ? cell.toUpperCase(Locale.ROOT) : cell;
  }

  private static Matcher matched(Pattern pattern, String cell, String detail) {
    Matcher matcher = pattern.matcher(cell);
    if (!matcher.matches()) {
      throw new Spoilt("cell-format", detail);
    }
    return matcher;
  }
}
