/** The whole platform, tested from outside, and the build's own rules. */
@NullMarked
package dev.perennial.systemtests;

import org.jspecify.annotations.NullMarked;
