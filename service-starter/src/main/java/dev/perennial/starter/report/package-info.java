/** Error reports without secrets and personal data. */
@NullMarked
package dev.perennial.starter.report;

import org.jspecify.annotations.NullMarked;
