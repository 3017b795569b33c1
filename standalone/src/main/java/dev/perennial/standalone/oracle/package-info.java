/**
 * What the platform must show for a list of events: a plain, slow loop over the list. It shares no
 * code with the pipeline, so that a mistake there is not repeated here.
 */
@NullMarked
package dev.perennial.standalone.oracle;

import org.jspecify.annotations.NullMarked;
