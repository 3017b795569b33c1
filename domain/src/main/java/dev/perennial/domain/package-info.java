/** The business in plain Java. Depends on the JDK and JSpecify's annotations alone. */
@NullMarked
package dev.perennial.domain;

import org.jspecify.annotations.NullMarked;
