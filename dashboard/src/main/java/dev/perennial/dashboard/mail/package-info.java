/** What the development mail server received. */
@NullMarked
package dev.perennial.dashboard.mail;

import org.jspecify.annotations.NullMarked;
