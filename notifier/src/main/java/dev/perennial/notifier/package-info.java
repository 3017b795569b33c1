/** Alerts in, deliveries out: the service and its settings. */
@NullMarked
package dev.perennial.notifier;

import org.jspecify.annotations.NullMarked;
