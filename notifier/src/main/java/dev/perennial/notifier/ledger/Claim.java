package dev.perennial.notifier.ledger;

/**
 * The right to send one row once.
 *
 * @param firstRevision of the row in this life of its subscriber; above 1 only where it was
 *     forgotten before
 * @param token names this claim; what is recorded without it changes nothing
 * @param attempt from 1: how many times the row has been claimed
 * @param title the message's one-line summary, as published
 * @param text the message's sentence or two, as published
 */
public record Claim(
    String rowId,
    long firstRevision,
    String token,
    int attempt,
    String destinationId,
    Notice notice,
    String title,
    String text) {

  /** What names the message: a row that comes back after an erasure sends another one. */
  public String messageKey() {
    return firstRevision == Entries.FIRST_REVISION ? rowId : rowId + "|" + firstRevision;
  }
}
