/** Errors as problem details (RFC 9457) with stable codes. */
@NullMarked
package dev.perennial.starter.problem;

import org.jspecify.annotations.NullMarked;
