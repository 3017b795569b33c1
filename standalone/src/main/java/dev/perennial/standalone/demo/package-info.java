/** The command {@code demo}: the platform with a sample, compared with the oracle. */
@NullMarked
package dev.perennial.standalone.demo;

import org.jspecify.annotations.NullMarked;
