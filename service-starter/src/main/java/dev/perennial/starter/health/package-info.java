/** Whether what a service needs is there. */
@NullMarked
package dev.perennial.starter.health;

import org.jspecify.annotations.NullMarked;
