/**
 * A seeded sample of realistic events, dated from one instant. It writes its JSON itself and knows
 * nothing of the pipeline it is posted to.
 */
@NullMarked
package dev.perennial.standalone.sample;

import org.jspecify.annotations.NullMarked;
