/** What an alert says in the subscriber's language. */
@NullMarked
package dev.perennial.notifier.wording;

import org.jspecify.annotations.NullMarked;
