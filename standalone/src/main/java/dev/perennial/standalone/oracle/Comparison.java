package dev.perennial.standalone.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares what is there with what must be there, in both directions, every collection, document
 * and field.
 *
 * @param documents how many documents were compared
 * @param differences one readable line each; empty if all is as it must be
 */
public record Comparison(int documents, List<String> differences) {

  public Comparison {
    differences = List.copyOf(differences);
  }

  /** Compares the collections that the expectation speaks of. */
  public static Comparison of(Expected expected, Actual actual) {
    return of(expected, actual.collections());
  }

  static Comparison of(Expected expected, Map<String, Map<String, Map<String, Object>>> actual) {
    List<String> differences = new ArrayList<>();
    int documents = 0;
    for (String name : expected.collections().keySet()) {
      Map<String, Map<String, Object>> must = expected.collection(name);
      Map<String, Map<String, Object>> is = actual.getOrDefault(name, Map.of());
      TreeSet<String> keys = new TreeSet<>(must.keySet());
      keys.addAll(is.keySet());
      keys.removeIf(key -> !is.containsKey(key) && expected.isOptional(name, key));
      documents += keys.size();
      keys.forEach(key -> compare(name + " " + key, must.get(key), is.get(key), differences));
    }
    return new Comparison(documents, differences);
  }

  public boolean isEqual() {
    return differences.isEmpty();
  }

  private static void compare(
      String place, @Nullable Object must, @Nullable Object is, List<String> differences) {
    if (must == null || is == null) {
      if (must != is) {
        differences.add(place + (is == null ? ": missing, expected " + must : ": extra, " + is));
      }
    } else if (must instanceof Map<?, ?> fields && is instanceof Map<?, ?> others) {
      compareFields(place, fields, others, differences);
    } else if (must instanceof List<?> list && is instanceof List<?> other) {
      compareItems(place, list, other, differences);
    } else if (!isSame(must, is)) {
      differences.add(place + ": expected " + shown(must) + ", found " + shown(is));
    }
  }

  private static void compareFields(
      String place, Map<?, ?> must, Map<?, ?> is, List<String> differences) {
    TreeSet<String> names = new TreeSet<>();
    must.keySet().forEach(name -> names.add((String) name));
    is.keySet().forEach(name -> names.add((String) name));
    for (String name : names) {
      compare(place + "." + name, must.get(name), is.get(name), differences);
    }
  }

  private static void compareItems(
      String place, List<?> must, List<?> is, List<String> differences) {
    for (int i = 0; i < Math.max(must.size(), is.size()); i++) {
      compare(
          place + "[" + i + "]",
          i < must.size() ? must.get(i) : null,
          i < is.size() ? is.get(i) : null,
          differences);
    }
  }

  private static boolean isSame(Object must, Object is) {
    if (must instanceof Class<?> any) {
      return any.isInstance(is);
    }
    if (must instanceof Saying saying) {
      return saying.test(is);
    }
    if (must instanceof Sayings sayings) {
      return sayings.test(is);
    }
    return must.equals(is);
  }

  private static String shown(Object value) {
    if (value instanceof Class<?> any) {
      return "any " + any.getSimpleName();
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    return value + " (" + value.getClass().getSimpleName() + ")";
  }
}
