/** One durable row an alert and destination: what was told, to whom, and how it went. */
@NullMarked
package dev.perennial.notifier.ledger;

import org.jspecify.annotations.NullMarked;
