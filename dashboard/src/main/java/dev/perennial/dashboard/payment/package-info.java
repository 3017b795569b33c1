/** Single payments and their refunds. */
@NullMarked
package dev.perennial.dashboard.payment;

import org.jspecify.annotations.NullMarked;
