/**
 * The documents that the stream processor projects, as MongoDB extended JSON: typed dates, 64-bit
 * integers and decimals survive the way through Kafka and Connect.
 */
@NullMarked
package dev.perennial.contracts.projection;

import org.jspecify.annotations.NullMarked;
