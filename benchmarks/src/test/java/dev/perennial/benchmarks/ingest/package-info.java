@NullMarked
package dev.perennial.benchmarks.ingest;

import org.jspecify.annotations.NullMarked;
