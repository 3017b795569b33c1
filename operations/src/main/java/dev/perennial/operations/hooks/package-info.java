/** Addresses that other systems post their own events to, and the secrets they sign them with. */
@NullMarked
package dev.perennial.operations.hooks;

import org.jspecify.annotations.NullMarked;
