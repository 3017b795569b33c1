/** Our plug-ins for MongoDB's own sink connector. */
@NullMarked
package dev.perennial.connectors.mongodb;

import org.jspecify.annotations.NullMarked;
