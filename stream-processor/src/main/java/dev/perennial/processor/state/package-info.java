/** What the topology remembers between records, and the bytes it is kept in. */
@NullMarked
package dev.perennial.processor.state;

import org.jspecify.annotations.NullMarked;
