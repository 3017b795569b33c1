/** Measurements of the pipeline: whole, at scale, and in small. */
@NullMarked
package dev.perennial.benchmarks;

import org.jspecify.annotations.NullMarked;
