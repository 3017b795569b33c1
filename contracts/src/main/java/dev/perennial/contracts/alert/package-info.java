/** What travels on the {@code alerts} topic, from the stream processor to the notifier. */
@NullMarked
package dev.perennial.contracts.alert;

import org.jspecify.annotations.NullMarked;
