@NullMarked
package dev.perennial.benchmarks;

import org.jspecify.annotations.NullMarked;
