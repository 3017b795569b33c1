/** Documents made from the published schemas, to hold schemas and reader together. */
@NullMarked
package dev.perennial.contracts.event.schema;

import org.jspecify.annotations.NullMarked;
