/** What surrounds every request: limits, headers, one line of log. */
@NullMarked
package dev.perennial.starter.web;

import org.jspecify.annotations.NullMarked;
