/** Agreements and their next renewals. */
@NullMarked
package dev.perennial.dashboard.subscription;

import org.jspecify.annotations.NullMarked;
