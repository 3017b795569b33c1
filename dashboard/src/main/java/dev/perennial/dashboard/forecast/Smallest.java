package dev.perennial.dashboard.forecast;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the first few in an order of however many come by, and never more. */
final class Smallest<T> {

  private final Comparator<T> order;
  private final int most;
  private final PriorityQueue<T> kept;

  Smallest(Comparator<T> order, int most) {
    this.order = order;
    this.most = most;
    this.kept = new PriorityQueue<>(order.reversed());
  }

  void add(T item) {
    kept.add(item);
    if (kept.size() > most) {
      kept.remove();
    }
  }

  List<T> inOrder() {
    return kept.stream().sorted(order).toList();
  }
}
