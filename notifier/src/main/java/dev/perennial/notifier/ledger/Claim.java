package dev.perennial.notifier.ledger;

/**
 * The right to send one row once.
 *
 * @param token names this claim; what is recorded without it changes nothing
 * @param attempt from 1: how many times the row has been claimed
 * @param title the message's one-line summary, as published
 * @param text the message's sentence or two, as published
 */
public record Claim(
    String rowId,
    String token,
    int attempt,
    String destinationId,
    Notice notice,
    String title,
    String text) {}
