package dev.perennial.domain.reckoning;

/**
 * What is told of a period, in each currency by itself. Always
 *
 * <pre>
 * EXPECTED - OUTSTANDING - MISSING + DIFFERENCE + UNEXPECTED = PAID
 * PAID - PAID_ELSEWHERE + PAID_FOR_OTHERS = SPENT
 * </pre>
 */
public enum Figure {
  /** The charges that fall due in the period. */
  EXPECTED,
  /** Of these, what is not settled and not missing. */
  OUTSTANDING,
  /** Of these, what is not settled though the grace is over and payments are reported. */
  MISSING,
  /** Of these, what the settling payments are more, or less. */
  DIFFERENCE,
  /** What is left of the other payments of the due dates, and of those that belong to none. */
  UNEXPECTED,
  /** What is left of all payments that belong to the period. */
  PAID,
  /** Of PAID, what was paid on days of other periods. */
  PAID_ELSEWHERE,
  /** What was paid on days of the period and belongs to another. */
  PAID_FOR_OTHERS,
  /** What was paid on days of the period. */
  SPENT
}
