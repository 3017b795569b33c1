package dev.perennial.dashboard.api;

/** What the field {@code asOf} means, said once for all answers. */
final class AsOf {

  static final String DESCRIPTION =
      "Everything that was known at this moment is in the answer: the oldest watermark of the"
          + " collections and the partition that were read. null while that is not known.";

  private AsOf() {}
}
