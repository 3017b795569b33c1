/** The command line: thin commands over the other packages. */
@NullMarked
package dev.perennial.operations.command;

import org.jspecify.annotations.NullMarked;
