package dev.perennial.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundedCacheTest {

  private final List<Integer> read = new ArrayList<>();
  private final BoundedCache<Integer, String> cache = new BoundedCache<>(2);

  @Test
  void whatWasUsedLastIsReadOnce() {
    get(1, 2, 1, 2);

    assertThat(read).containsExactly(1, 2);
  }

  @Test
  void whatWasLeastRecentlyUsedGoesFirst() {
    get(1, 2, 1, 3, 1, 2);

    assertThat(read).containsExactly(1, 2, 3, 2);
  }

  @Test
  void whatIsForgottenIsReadAgain() {
    get(1);
    cache.forget(1);
    get(1);

    assertThat(read).containsExactly(1, 1);
  }

  private void get(int... keys) {
    for (int key : keys) {
      assertThat(cache.get(key, this::read)).isEqualTo("value " + key);
    }
  }

  private String read(int key) {
    read.add(key);
    return "value " + key;
  }
}
