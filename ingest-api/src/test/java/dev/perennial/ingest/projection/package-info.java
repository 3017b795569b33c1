@NullMarked
package dev.perennial.ingest.projection;

import org.jspecify.annotations.NullMarked;
