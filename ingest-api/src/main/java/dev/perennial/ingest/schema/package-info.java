/**
 * What is published about the interface itself: schemas, OpenAPI, AsyncAPI, a page to read them.
 */
@NullMarked
package dev.perennial.ingest.schema;

import org.jspecify.annotations.NullMarked;
