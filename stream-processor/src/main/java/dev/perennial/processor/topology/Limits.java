package dev.perennial.processor.topology;

/**
 * How much one subject and one record's turn may hold.
 *
 * @param facts about one subject; a derivation reads them all, so more are dead-lettered
 * @param subscriptions of one subscriber; more are dead-lettered
 * @param pass subscriptions that one tick looks at: a transaction must end within 10 s
 * @param chunk subscriptions that one change of a subscriber derives anew at once
 */
record Limits(int facts, int subscriptions, int pass, int chunk) {

  static Limits standard() {
    return new Limits(1_000, 2_000, 500, 200);
  }
}
