/** The life of the topology in a process: settings, start, stop, health and metrics. */
@NullMarked
package dev.perennial.processor.runtime;

import org.jspecify.annotations.NullMarked;
