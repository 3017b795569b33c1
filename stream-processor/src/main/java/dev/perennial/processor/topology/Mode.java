package dev.perennial.processor.topology;

/** What the topology does about alerts. */
public enum Mode {
  /** It raises and voids them. */
  SERVING,

  /**
   * It builds an epoch beside the serving one: says nothing, and learns from the topic of alerts
   * what the other says.
   */
  REPLAY
}
