@NullMarked
package dev.perennial.contracts.projection;

import org.jspecify.annotations.NullMarked;
