package dev.perennial.operations;

/** Names that operators give: they are printed in lines, beside each other. */
public final class VisibleText {

  /** In UTF-16 code units. */
  public static final int LONGEST = 128;

  private VisibleText() {}

  /** Whether the text has 1 to {@link #LONGEST} characters, all of them to be seen. */
  public static boolean is(String text) {
    return !text.isBlank()
        && text.length() <= LONGEST
        && text.codePoints().noneMatch(VisibleText::isInvisible);
  }

  /** Also those that turn the direction of writing: they make one name look like another. */
  private static boolean isInvisible(int character) {
    int type = Character.getType(character);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
