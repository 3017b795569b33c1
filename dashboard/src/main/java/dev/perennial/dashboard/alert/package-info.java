/** What a subscriber was told, and how far the telling got. */
@NullMarked
package dev.perennial.dashboard.alert;

import org.jspecify.annotations.NullMarked;
