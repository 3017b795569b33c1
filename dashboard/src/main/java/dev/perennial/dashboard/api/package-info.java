/** The read API: answers as JSON with exact decimals as strings, and how fresh they are. */
@NullMarked
package dev.perennial.dashboard.api;

import org.jspecify.annotations.NullMarked;
