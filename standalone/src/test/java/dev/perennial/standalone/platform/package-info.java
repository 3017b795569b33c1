@NullMarked
package dev.perennial.standalone.platform;

import org.jspecify.annotations.NullMarked;
