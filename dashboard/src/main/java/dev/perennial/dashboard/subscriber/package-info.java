/** Who pays: finding a tenant's subscribers, their zone and their day. */
@NullMarked
package dev.perennial.dashboard.subscriber;

import org.jspecify.annotations.NullMarked;
