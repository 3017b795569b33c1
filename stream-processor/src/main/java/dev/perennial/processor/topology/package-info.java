/** The pipeline: what comes in, the stages in their order, and what goes out. */
@NullMarked
package dev.perennial.processor.topology;

import org.jspecify.annotations.NullMarked;
