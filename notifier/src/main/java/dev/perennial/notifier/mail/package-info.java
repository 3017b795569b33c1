/** The e-mail channel: templates, and SMTP that knows how far it came. */
@NullMarked
package dev.perennial.notifier.mail;

import org.jspecify.annotations.NullMarked;
