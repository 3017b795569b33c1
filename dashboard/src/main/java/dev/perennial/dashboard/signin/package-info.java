/** Who may look: one-time links for people, API keys for machines. */
@NullMarked
package dev.perennial.dashboard.signin;

import org.jspecify.annotations.NullMarked;
