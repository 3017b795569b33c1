package dev.perennial.notifier.wording;

/** Text from users on one line: no control or formatting characters, no runs of spaces. */
public final class OneLine {

  private OneLine() {}

  public static String of(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ")
        .replaceAll("\\p{Cf}+", "")
        .strip()
        .replaceAll(" {2,}", " ");
  }
}
