/** The read API and the web pages of Perennial, straight from MongoDB. */
@NullMarked
package dev.perennial.dashboard;

import org.jspecify.annotations.NullMarked;
