/** What was paid, by month, category and day; never added across currencies. */
@NullMarked
package dev.perennial.dashboard.spending;

import org.jspecify.annotations.NullMarked;
