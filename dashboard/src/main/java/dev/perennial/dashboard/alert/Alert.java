package dev.perennial.dashboard.alert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A fact worth telling, with each of its deliveries.
 *
 * @param deliveries at least one
 */
public record Alert(String alertId, List<Delivery> deliveries) {

  /** What all deliveries of one alert have in common. */
  public Delivery content() {
    return deliveries.getFirst();
  }

  /** Groups by alert and keeps the order in which the alerts come. */
  static List<Alert> group(List<Delivery> deliveries) {
    Map<String, List<Delivery>> byAlert = new LinkedHashMap<>();
    for (Delivery delivery : deliveries) {
      byAlert.computeIfAbsent(delivery.alertId(), id -> new ArrayList<>()).add(delivery);
    }
    return byAlert.entrySet().stream()
        .map(entry -> new Alert(entry.getKey(), List.copyOf(entry.getValue())))
        .toList();
  }
}
