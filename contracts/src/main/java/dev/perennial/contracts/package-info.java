/** How the business looks on the wire: keys, topics, events, projections. */
@NullMarked
package dev.perennial.contracts;

import org.jspecify.annotations.NullMarked;
