/**
 * The control database: tenants, API keys, sign-in tokens, hooks. Operations writes it, every
 * service reads it; secrets are stored hashed, those that must be known again sealed.
 */
@NullMarked
package dev.perennial.contracts.control;

import org.jspecify.annotations.NullMarked;
