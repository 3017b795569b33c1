/** What clients send back and forth over HTTP without looking into it. */
@NullMarked
package dev.perennial.contracts.http;

import org.jspecify.annotations.NullMarked;
