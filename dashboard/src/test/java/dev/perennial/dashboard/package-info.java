@NullMarked
package dev.perennial.dashboard;

import org.jspecify.annotations.NullMarked;
