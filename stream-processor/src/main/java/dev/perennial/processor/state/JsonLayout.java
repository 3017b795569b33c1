package dev.perennial.processor.state;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.perennial.domain.alert.RaisedAlerts;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.SerializationException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Layout 2, JSON: still read; of layout 3 only the alerts, whose fields are many and seldom. */
final class JsonLayout {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new MemoryModule())
          .changeDefaultVisibility(
              // "isZero" is a question, not a field.
              visible -> visible.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
          .build();

  private JsonLayout() {}

  static <T> T read(byte[] bytes, Class<T> type) {
    try {
      return JSON.readValue(bytes, 1, bytes.length - 1, type);
    } catch (JacksonException broken) {
      throw new SerializationException("The store holds a broken " + type.getSimpleName(), broken);
    }
  }

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
