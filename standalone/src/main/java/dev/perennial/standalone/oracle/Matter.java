package dev.perennial.standalone.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Something a subscriber may be told of. */
interface Matter {

  AlertType type();

  LocalDate dueOn();

  /** How many days before it is told, largest first; below 0 after it. */
  List<Integer> leads();

  /** Of these leads, those that an acknowledgement ends. */
  List<Integer> repeated();

  /** That which is told of, by whatever type. */
  String subject();

  /** Whether telling of the one is telling of the other. */
  boolean isSameAs(Matter other);

  Instant fireAt(int lead, Owner owner);

  /** The last day on which it is told by a lead. */
  LocalDate toldUntil(int lead);
}
