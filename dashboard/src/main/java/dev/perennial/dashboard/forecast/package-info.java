/** What a subscriber's subscriptions will cost, month by month. */
@NullMarked
package dev.perennial.dashboard.forecast;

import org.jspecify.annotations.NullMarked;
