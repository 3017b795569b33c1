package dev.perennial.backends;

/** Told what a component is doing while it starts; may be called from several threads at once. */
@FunctionalInterface
public interface Progress {
  /** Says nothing to anyone. */
  Progress SILENT = (component, message) -> {};

  /**
   * Reports one step.
   *
   * @param component a short stable name, such as {@code mongodb}
   * @param message one line for a person; never holds a secret
   */
  void report(String component, String message);
}
