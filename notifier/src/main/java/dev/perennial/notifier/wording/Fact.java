package dev.perennial.notifier.wording;

/** One line of a message's table, both sides in the subscriber's language and without markup. */
public record Fact(String label, String value) {}
