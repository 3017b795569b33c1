package dev.perennial.standalone.oracle;

import java.util.Comparator;
import java.util.List;

/** Days before a due date, largest first, each once. */
final class Leads {

  private Leads() {}

  static List<Integer> of(Object numbers) {
    return ((List<?>) numbers)
        .stream().map(Json::whole).distinct().sorted(Comparator.reverseOrder()).toList();
  }
}
