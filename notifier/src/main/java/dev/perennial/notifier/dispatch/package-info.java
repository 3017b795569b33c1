/** Claims rows, sends them, records what happened. */
@NullMarked
package dev.perennial.notifier.dispatch;

import org.jspecify.annotations.NullMarked;
