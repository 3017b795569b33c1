package dev.perennial.operations.importing;

/**
 * A line of the file that is not blank.
 *
 * @param number from 1, blank lines counted
 * @param text without its end
 * @param tooLong whether it is longer than ingest ever takes; its text is cut off then
 */
record FileLine(long number, byte[] text, boolean tooLong) {}
