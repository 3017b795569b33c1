package dev.perennial.notifier.channel;

/**
 * What is known after an attempt to send. Reasons are stable codes: they never hold an address or a
 * server's own words.
 */
public sealed interface Outcome {

  /** The channel's server took the message. */
  record Sent() implements Outcome {}

  /** Certainly not sent, and worth another attempt. */
  record NotSent(String reason) implements Outcome {}

  /** Certainly not sent, and no attempt will change that. */
  record Refused(String reason) implements Outcome {}

  /** It may have been sent: the answer was lost. */
  record Unclear(String reason) implements Outcome {}
}
