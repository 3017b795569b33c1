/** What every service shares, as Spring Boot auto-configuration. */
@NullMarked
package dev.perennial.starter;

import org.jspecify.annotations.NullMarked;
