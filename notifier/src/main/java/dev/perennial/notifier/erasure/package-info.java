/** Who is to be forgotten, and up to where on the topic of alerts. */
@NullMarked
package dev.perennial.notifier.erasure;

import org.jspecify.annotations.NullMarked;
