/** The export files of Wallos, an open source subscription tracker. */
@NullMarked
package dev.perennial.ingest.wallos;

import org.jspecify.annotations.NullMarked;
