/**
 * The control database: tenants, API keys and sign-in tokens. Operations writes it, every service
 * reads it; secrets are stored hashed only.
 */
@NullMarked
package dev.perennial.contracts.control;

import org.jspecify.annotations.NullMarked;
