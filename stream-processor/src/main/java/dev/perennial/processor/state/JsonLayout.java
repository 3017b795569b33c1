package dev.perennial.processor.state;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.perennial.domain.alert.RaisedAlerts;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Alerts, whose fields are many and seldom, are JSON within the layout. */
final class JsonLayout {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultVisibility(
              // "isZero" is a question, not a field.
              visible -> visible.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
          .build();

  private JsonLayout() {}

  /** Each alert by itself, in an order that hangs on the alerts alone. */
  static List<String> write(RaisedAlerts alerts) {
    return alerts.slots().entrySet().stream()
        .map(entry -> JSON.writeValueAsString(new Raised(entry.getKey(), entry.getValue())))
        .sorted()
        .toList();
  }

  static RaisedAlerts raised(List<String> alerts) {
    return new RaisedAlerts(
        alerts.stream()
            .map(alert -> JSON.readValue(alert, Raised.class))
            .collect(Collectors.toMap(Raised::slot, Raised::alert)));
  }

  /** JSON has no maps by a pair: they become lists. */
  record Raised(RaisedAlerts.Slot slot, RaisedAlerts.Raised alert) {}
}
