/** Files that become events: what the forms of files share, from a table of cells to the answer. */
@NullMarked
package dev.perennial.ingest.imports;

import org.jspecify.annotations.NullMarked;
