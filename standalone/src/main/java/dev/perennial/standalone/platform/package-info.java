/** The whole platform on one machine: its backends, and each service as its own process. */
@NullMarked
package dev.perennial.standalone.platform;

import org.jspecify.annotations.NullMarked;
