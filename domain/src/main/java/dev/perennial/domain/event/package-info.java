/** What upstream systems tell us: every event type as a sealed family of records. */
@NullMarked
package dev.perennial.domain.event;

import org.jspecify.annotations.NullMarked;
