package dev.perennial.ingest.intake;

import dev.perennial.domain.event.EventId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Events of one batch that share an identity and say different things: none of them is believed.
 */
final class Conflicts {

  private static final Item.Fault CONFLICT =
      Item.Fault.of(
          "id-conflict", "/id", "Another event of the batch has this id and other content.");

  private Conflicts() {}

  /** The items, those in conflict as invalid ones. */
  static List<Item> rejected(List<Item> items) {
    if (items.size() < 2) {
      return items;
    }
    Map<EventId, Set<String>> digests = new HashMap<>();
    for (Item item : items) {
      if (item instanceof Item.Valid valid) {
        var fact = valid.event().fact();
        digests.computeIfAbsent(fact.id(), id -> new TreeSet<>()).add(fact.digest());
      }
    }
    return items.stream().map(item -> checked(item, digests)).toList();
  }

  private static Item checked(Item item, Map<EventId, Set<String>> digests) {
    return switch (item) {
      case Item.Invalid invalid -> invalid;
      case Item.Valid valid -> {
        Set<String> contents = digests.getOrDefault(valid.event().fact().id(), Set.of());
        yield contents.size() > 1 ? new Item.Invalid(valid.index(), CONFLICT) : valid;
      }
    };
  }
}
