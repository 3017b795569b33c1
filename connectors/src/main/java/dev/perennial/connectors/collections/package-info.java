/** The projection collections: declared as files, converged as topics are. */
@NullMarked
package dev.perennial.connectors.collections;

import org.jspecify.annotations.NullMarked;
