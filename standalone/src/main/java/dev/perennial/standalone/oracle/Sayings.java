package dev.perennial.standalone.oracle;

import java.util.List;
import java.util.function.Predicate;

/** Everything that one message must say. */
record Sayings(List<Saying> all) implements Predicate<Object> {

  @Override
  public boolean test(Object found) {
    return Saying.ANYTHING.test(found) && all.stream().allMatch(saying -> saying.test(found));
  }
}
