@NullMarked
package dev.perennial.processor.state;

import org.jspecify.annotations.NullMarked;
