package dev.perennial.notifier.dispatch;

import dev.perennial.notifier.ledger.Ledger;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the indexes once the database answers, and gives up on claims whose lease is over. */
final class Housekeeping implements BooleanSupplier {

  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

  private final Runnable createIndexes;
  private final Ledger ledger;
  private final Bell bell;
  private boolean indexed;

  Housekeeping(Runnable createIndexes, Ledger ledger, Bell bell) {
    this.createIndexes = createIndexes;
    this.ledger = ledger;
    this.bell = bell;
  }

  @Override
  public boolean getAsBoolean() {
    if (!indexed) {
      createIndexes.run();
      indexed = true;
    }
    var expired = ledger.expireClaims();
    if (expired > 0) {
      LOG.atWarn().addKeyValue("deliveries", expired).log("Claims expired: outcome unknown");
      bell.ring();
    }
    return false;
  }
}
