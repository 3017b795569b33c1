/** API keys: who calls, and what for. */
@NullMarked
package dev.perennial.starter.access;

import org.jspecify.annotations.NullMarked;
