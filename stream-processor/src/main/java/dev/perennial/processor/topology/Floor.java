package dev.perennial.processor.topology;

import java.time.Instant;

/**
 * Where the life of a subscription begins that is told of.
 *
 * @param at facts up to this moment are forgotten; the least of all times where nothing is
 * @param revision of this life's first alerts
 */
record Floor(Instant at, int revision) {}
