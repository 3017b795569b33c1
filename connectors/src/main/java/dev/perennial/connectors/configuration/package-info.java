/** The connectors' configurations: template files, filled in for one epoch. */
@NullMarked
package dev.perennial.connectors.configuration;

import org.jspecify.annotations.NullMarked;
