package dev.perennial.processor.topology;

import dev.perennial.contracts.alert.AlertContent;
import dev.perennial.contracts.alert.AlertMessage;
import dev.perennial.contracts.alert.AlertRaised;
import java.util.List;

/** What is said of a subscriber itself. */
final class Said {

  private Said() {}

  /** Without what is about a subscription. */
  static List<AlertMessage> own(List<AlertMessage> alerts) {
    return alerts.stream().filter(alert -> !isOfSubscription(alert)).toList();
  }

  private static boolean isOfSubscription(AlertMessage alert) {
    return alert instanceof AlertRaised raised
        && raised.content() instanceof AlertContent.OfSubscription;
  }

  static List<String> inWords(List<AlertMessage> alerts) {
    return own(alerts).stream().map(Said::words).toList();
  }

  private static String words(AlertMessage alert) {
    return alert instanceof AlertRaised raised ? raised.type() + " " + raised.dueOn() : "voided";
  }
}
