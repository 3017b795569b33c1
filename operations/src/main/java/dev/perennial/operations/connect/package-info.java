/** Connectors configured, watched and restarted through Connect's REST interface. */
@NullMarked
package dev.perennial.operations.connect;

import org.jspecify.annotations.NullMarked;
