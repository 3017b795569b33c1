@NullMarked
package dev.perennial.contracts.alert;

import org.jspecify.annotations.NullMarked;
