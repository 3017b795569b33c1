package dev.perennial.domain.alert;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * Something to tell of a subscriber itself.
 *
 * @param dueOn the first day of what it is about
 * @param lead in days
 */
record OwnOccasion(AlertType type, LocalDate dueOn, int lead, AlertContent content) {

  OwnOccasion {
    requireNonNull(type, "type");
    requireNonNull(dueOn, "dueOn");
    requireNonNull(content, "content");
  }

  RaisedAlerts.Slot slot() {
    String about =
        switch (content) {
          case AlertContent.OfBudget budget -> watched(budget).about();
          case AlertContent.OfDigest digest -> "";
          case AlertContent.OfSubscription subscription -> throw notItsOwn();
        };
    return new RaisedAlerts.Slot(type, dueOn, lead, about);
  }

  /** What must not change without being told again. */
  String said() {
    return switch (content) {
      case AlertContent.OfBudget budget -> watched(budget).content();
      case AlertContent.OfDigest digest -> "";
      case AlertContent.OfSubscription subscription -> throw notItsOwn();
    };
  }

  /** The last day on which it is worth telling. */
  LocalDate lastDay() {
    return switch (content) {
      case AlertContent.OfBudget budget -> watched(budget).lastDay();
      case AlertContent.OfDigest digest -> dueOn;
      case AlertContent.OfSubscription subscription -> throw notItsOwn();
    };
  }

  private static WatchedBudget watched(AlertContent.OfBudget content) {
    return new WatchedBudget(content.budget(), content.period());
  }

  private static IllegalStateException notItsOwn() {
    return new IllegalStateException("What is about a subscription is remembered with it");
  }
}
