package dev.perennial.domain.reckoning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed and paid under one subscription.
 *
 * @param agreed null where none has started: then its payments belong to no due date
 * @param payments in any order; of every due date that is asked about all of them
 */
public record Account(@Nullable Agreed agreed, List<Paid> payments) {

  public Account {
    payments = List.copyOf(payments);
  }
}
