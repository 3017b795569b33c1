package dev.perennial.standalone.oracle;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Something that is told of all of a subscriber. */
sealed interface AccountMatter extends Matter permits BudgetMatter, Digest {

  /** What tells it from others of its type and day; empty where nothing needs to. */
  String about();

  /** Null where it is about more than one. */
  @Nullable Map<String, Object> amount();

  /** Adds what only such alerts say. */
  void describe(Document alert);

  /** What its message must say before it is opened. */
  Predicate<Object> title();

  /** What its message must say in plain text. */
  Predicate<Object> text();

  @Override
  default List<Integer> repeated() {
    return List.of();
  }
}
