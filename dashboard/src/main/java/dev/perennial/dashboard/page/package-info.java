/** The pages: a subscriber's panels, each loading and failing on its own. */
@NullMarked
package dev.perennial.dashboard.page;

import org.jspecify.annotations.NullMarked;
