/** Alerts from Kafka, written to the ledger. */
@NullMarked
package dev.perennial.notifier.alerts;

import org.jspecify.annotations.NullMarked;
