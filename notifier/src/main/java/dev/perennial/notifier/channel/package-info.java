/** What every channel has in common: something to send, and what is known afterwards. */
@NullMarked
package dev.perennial.notifier.channel;

import org.jspecify.annotations.NullMarked;
