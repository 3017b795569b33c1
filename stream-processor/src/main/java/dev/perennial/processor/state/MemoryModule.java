package dev.perennial.processor.state;

import dev.perennial.domain.Money;
import dev.perennial.domain.alert.RaisedAlerts;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.total.MonthlyTotal;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** How layout 2 kept the domain's values, where their own fields do not say it. */
final class MemoryModule extends SimpleModule {

  private static final long serialVersionUID = 1L;

  MemoryModule() {
    bind(Fact.class, FactJson.class, FactJson::fact);
    bind(RaisedAlerts.class, JsonLayout.Raised[].class, MemoryModule::raised);
    bind(MonthlyTotal.class, Sums.class, Sums::total);
  }

  private <T, J> void bind(Class<T> type, Class<J> json, Function<J, T> fromJson) {
    addDeserializer(type, new Reader<>(json, fromJson));
  }

  private static RaisedAlerts raised(JsonLayout.Raised[] entries) {
    return new RaisedAlerts(
        List.of(entries).stream()
            .collect(Collectors.toMap(JsonLayout.Raised::slot, JsonLayout.Raised::alert)));
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

    MonthlyTotal total() {
      return new MonthlyTotal(
          new TreeMap<>(lines.stream().collect(Collectors.toMap(LineSum::line, LineSum::sum))),
          new TreeMap<>(days.stream().collect(Collectors.toMap(DaySum::day, DaySum::sum))));
    }
  }

  record LineSum(MonthlyTotal.Line line, Money sum) {}

  record DaySum(MonthlyTotal.Day day, Money sum) {}
}
