package dev.perennial.starter.limit;

/**
 * Where a bucket stands after something was taken, or not.
 *
 * @param taken whether it was
 * @param remaining what is left in the bucket
 * @param nanosToWait until what was not taken could be; 0 where it was taken
 * @param nanosToFull until the bucket is full
 */
record Standing(boolean taken, long remaining, long nanosToWait, long nanosToFull) {}
