package dev.perennial.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompositeKeyTest {

  private static final String ALPHABET = "a|%27Cé💶 ";

  @Test
  void separatorsInsideAPartAreEncoded() {
    assertThat(CompositeKey.of("a|b", "100%")).isEqualTo("a%7Cb|100%25");
  }

  @Test
  void noTwoListsOfPartsGiveOneKey() {
    long seed = 7;
    Random random = new Random(seed);
    Map<String, List<String>> seen = new HashMap<>();
    for (int i = 0; i < 50_000; i++) {
      List<String> parts =
          IntStream.range(0, 1 + random.nextInt(3)).mapToObj(n -> word(random)).toList();
      String key = CompositeKey.of(parts.toArray(String[]::new));

      List<String> other = seen.putIfAbsent(key, parts);
      assertThat(other == null ? parts : other).as("seed %d: %s", seed, key).isEqualTo(parts);
      assertThat(CompositeKey.parts(key)).as("seed %d: %s", seed, key).isEqualTo(parts);
    }
  }

  private static String word(Random random) {
    int[] points = ALPHABET.codePoints().toArray();
    StringBuilder word = new StringBuilder();
    for (int n = random.nextInt(5); n >= 0; n--) {
      word.appendCodePoint(points[random.nextInt(points.length)]);
    }
    return word.toString();
  }
}
