/** What events would do, before anybody posts them. */
@NullMarked
package dev.perennial.domain.preview;

import org.jspecify.annotations.NullMarked;
