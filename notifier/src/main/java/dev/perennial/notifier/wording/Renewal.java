package dev.perennial.notifier.wording;

import dev.perennial.contracts.alert.AlertContent;
import dev.perennial.domain.CollectionMode;
import dev.perennial.notifier.ledger.Notice;

/**
 * Which words a renewal has: one that is charged renews, one that is paid by hand is to be paid by
 * its day, and behind its day it was due.
 */
record Renewal(Notice notice, AlertContent.OfSubscription content) {

  private static final String OVERDUE = ".overdue";
  private static final String MANUAL = ".manual";

  String title() {
    if (isOverdue()) {
      return OVERDUE;
    }
    var when = Wording.when(notice.daysLeft());
    return isManual() ? MANUAL + when : when;
  }

  String text() {
    if (isOverdue()) {
      return OVERDUE;
    }
    if (!isManual()) {
      return ".auto";
    }
    return notice.daysLeft() == 0 ? MANUAL + ".today" : MANUAL;
  }

  /** By the lead: on the due day itself no days are left either. */
  private boolean isOverdue() {
    return notice.lead() < 0;
  }

  private boolean isManual() {
    return content.collection() == CollectionMode.MANUAL;
  }
}
