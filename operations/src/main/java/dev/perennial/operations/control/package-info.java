/** Tenants, API keys and sign-in links in the control database. */
@NullMarked
package dev.perennial.operations.control;

import org.jspecify.annotations.NullMarked;
