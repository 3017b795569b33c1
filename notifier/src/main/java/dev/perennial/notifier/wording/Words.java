package dev.perennial.notifier.wording;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one notice says in one language. */
sealed interface Words permits SubscriptionWords, BudgetWords, DigestWords {

  String title();

  /** All there is to say, for who sees no table. */
  String text();

  /** What stands above the table. */
  String intro();

  /** The lines of the message's table, the most important first. */
  List<Fact> facts();

  /** Why the subscriber is told. */
  String why();

  /** Where what it is about can be managed, if the upstream said so. */
  @Nullable String url();
}
