package dev.perennial.domain.exchange;

import java.time.LocalDate;
import java.util.List;

/** All rates that are known, by date. */
public interface RateTable {

  /** What counts for a date, each base once, in any order. */
  List<Publication> on(LocalDate date);

  /** No rate is known. */
  static RateTable none() {
    return date -> List.of();
  }
}
