/** What a tenant's subscribers spend and cost together. */
@NullMarked
package dev.perennial.dashboard.tenant;

import org.jspecify.annotations.NullMarked;
