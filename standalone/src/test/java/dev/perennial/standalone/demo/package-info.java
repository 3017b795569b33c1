@NullMarked
package dev.perennial.standalone.demo;

import org.jspecify.annotations.NullMarked;
