/** What an operator does to a running platform. */
@NullMarked
package dev.perennial.operations;

import org.jspecify.annotations.NullMarked;
