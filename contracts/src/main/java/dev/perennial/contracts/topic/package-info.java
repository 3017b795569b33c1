/** Every topic of the platform, declared once. */
@NullMarked
package dev.perennial.contracts.topic;

import org.jspecify.annotations.NullMarked;
