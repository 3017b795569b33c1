/** CSV files of subscriptions and of payments. */
@NullMarked
package dev.perennial.ingest.csv;

import org.jspecify.annotations.NullMarked;
