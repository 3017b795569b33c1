/** What one API key may do a second: requests, events, bytes of bodies. */
@NullMarked
package dev.perennial.starter.limit;

import org.jspecify.annotations.NullMarked;
