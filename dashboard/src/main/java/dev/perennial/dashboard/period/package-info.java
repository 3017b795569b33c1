/** What a subscriber's periods come to, drawn when they are read. */
@NullMarked
package dev.perennial.dashboard.period;

import org.jspecify.annotations.NullMarked;
