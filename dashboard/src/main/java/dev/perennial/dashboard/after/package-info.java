/** Reading what one has just written: the header Perennial-After, and the wait behind it. */
@NullMarked
package dev.perennial.dashboard.after;

import org.jspecify.annotations.NullMarked;
