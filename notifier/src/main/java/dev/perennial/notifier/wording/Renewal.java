package dev.perennial.notifier.wording;

import dev.perennial.domain.CollectionMode;
import dev.perennial.notifier.ledger.Notice;

/**
 * Which words a renewal has: one that is charged renews, one that is paid by hand is to be paid by
 * its day, and behind its day it was due.
 */
final class Renewal {

  private static final String OVERDUE = ".overdue";
  private static final String MANUAL = ".manual";

  private Renewal() {}

  static String titleOf(Notice notice) {
    if (isOverdue(notice)) {
      return OVERDUE;
    }
    var when = Wording.when(notice.daysLeft());
    return isManual(notice) ? MANUAL + when : when;
  }

  static String textOf(Notice notice) {
    if (isOverdue(notice)) {
      return OVERDUE;
    }
    if (!isManual(notice)) {
      return ".auto";
    }
    return notice.daysLeft() == 0 ? MANUAL + ".today" : MANUAL;
  }

  /** By the lead: on the due day itself no days are left either. */
  private static boolean isOverdue(Notice notice) {
    return notice.lead() < 0;
  }

  private static boolean isManual(Notice notice) {
    return notice.collection() == CollectionMode.MANUAL;
  }
}
