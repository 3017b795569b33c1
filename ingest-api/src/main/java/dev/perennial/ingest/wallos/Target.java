package dev.perennial.ingest.wallos;

import org.jspecify.annotations.Nullable;

/**
 * What an export does not say.
 *
 * @param subscriber whose subscriptions they are
 * @param currency for symbols that stand for several; null: those are refused
 * @param source of the events
 * @param time of the starts; null: one period before the next payment
 */
record Target(String subscriber, @Nullable String currency, String source, @Nullable String time) {}
