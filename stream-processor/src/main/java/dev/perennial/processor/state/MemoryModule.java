package dev.perennial.processor.state;

import dev.perennial.domain.Money;
import dev.perennial.domain.alert.RaisedAlerts;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.total.MonthlyTotal;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** How the domain's values are kept, where their own fields do not say it. */
final class MemoryModule extends SimpleModule {

  private static final long serialVersionUID = 1L;

  MemoryModule() {
    bind(Fact.class, FactJson.class, FactJson::of, FactJson::fact);
    bind(RaisedAlerts.class, Raised[].class, MemoryModule::entries, MemoryModule::raised);
    bind(MonthlyTotal.class, Sums.class, Sums::of, Sums::total);
  }

  private <T, J> void bind(
      Class<T> type, Class<J> json, Function<T, J> toJson, Function<J, T> fromJson) {
    addSerializer(type, new Writer<>(toJson));
    addDeserializer(type, new Reader<>(json, fromJson));
  }

  /** JSON has no maps by a pair: they become lists. */
  record Raised(RaisedAlerts.Slot slot, RaisedAlerts.Raised alert) {}

  private static Raised[] entries(RaisedAlerts alerts) {
    return alerts.slots().entrySet().stream()
        .map(entry -> new Raised(entry.getKey(), entry.getValue()))
        .toArray(Raised[]::new);
  }

  private static RaisedAlerts raised(Raised[] entries) {
    return new RaisedAlerts(
        List.of(entries).stream().collect(Collectors.toMap(Raised::slot, Raised::alert)));
  }

  private static final class Writer<T, J> extends ValueSerializer<T> {

    private final Function<T, J> toJson;

    Writer(Function<T, J> toJson) {
      this.toJson = toJson;
    }

    @Override
    public void serialize(T value, JsonGenerator generator, SerializationContext context) {
      generator.writePOJO(toJson.apply(value));
    }
  }

  private static final class Reader<T, J> extends ValueDeserializer<T> {

    private final Class<J> json;
    private final Function<J, T> fromJson;

    Reader(Class<J> json, Function<J, T> fromJson) {
      this.json = json;
      this.fromJson = fromJson;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
      return fromJson.apply(context.readValue(parser, json));
    }
  }

  /** Sums by line and by day, as lists. */
  record Sums(List<LineSum> lines, List<DaySum> days) {

    static Sums of(MonthlyTotal total) {
      return new Sums(
          total.lines().entrySet().stream()
              .map(entry -> new LineSum(entry.getKey(), entry.getValue()))
              .toList(),
          total.days().entrySet().stream()
              .map(entry -> new DaySum(entry.getKey(), entry.getValue()))
              .toList());
    }

    MonthlyTotal total() {
      return new MonthlyTotal(
          new TreeMap<>(lines.stream().collect(Collectors.toMap(LineSum::line, LineSum::sum))),
          new TreeMap<>(days.stream().collect(Collectors.toMap(DaySum::day, DaySum::sum))));
    }
  }

  record LineSum(MonthlyTotal.Line line, Money sum) {}

  record DaySum(MonthlyTotal.Day day, Money sum) {}
}
