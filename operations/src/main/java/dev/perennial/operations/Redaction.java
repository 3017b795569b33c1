package dev.perennial.operations;

import java.util.regex.Pattern;

/** Texts of others made fit to be shown. */
public final class Redaction {

  private static final Pattern CREDENTIALS = Pattern.compile("(\\w+://)[^\\s/@]*@");
  private static final int LONGEST = 500;

  private Redaction() {}

  /** One line of at most 500 characters, without the user and password of any URI in it. */
  public static String oneLine(String text) {
    String line = CREDENTIALS.matcher(text).replaceAll("$1***@").replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " ...";
  }
}
