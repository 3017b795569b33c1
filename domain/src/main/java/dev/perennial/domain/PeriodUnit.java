package dev.perennial.domain;

/** The unit in which a billing period is counted. */
public enum PeriodUnit {
  DAY,
  WEEK,
  MONTH,
  YEAR
}
