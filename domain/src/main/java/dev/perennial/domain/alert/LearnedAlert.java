package dev.perennial.domain.alert;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An alert that another pass raised, as its log tells it: a replay knows from there what was said,
 * whatever rules it was said by.
 *
 * @param lead in days; negative for days after the date
 * @param paymentId of the types about payments alone
 */
public record LearnedAlert(
    AlertType type,
    LocalDate dueOn,
    int lead,
    int revision,
    String id,
    Money amount,
    @Nullable Money previousAmount,
    @Nullable String paymentId,
    @Nullable Money expectedAmount,
    Instant raisedAt) {

  public LearnedAlert {
    requireNonNull(id, "id");
  }

  /** The memory, with this alert standing. */
  public RaisedAlerts addedTo(RaisedAlerts memory) {
    Occasion.Details details =
        new Occasion.Details(amount, previousAmount, null, paymentId, expectedAmount, null);
    Occasion occasion = new Occasion(type, dueOn, details, new Occasion.AtOnce(raisedAt));
    return memory.with(
        new RaisedAlerts.Slot(type, dueOn, lead, occasion.about()),
        new RaisedAlerts.Raised(revision, true, id, occasion.content(), raisedAt));
  }

  /** The memory, with that alert voided; the very same memory where it does not stand in it. */
  public static RaisedAlerts voided(RaisedAlerts memory, String id) {
    for (Map.Entry<RaisedAlerts.Slot, RaisedAlerts.Raised> entry : memory.slots().entrySet()) {
      RaisedAlerts.Raised raised = entry.getValue();
      if (raised.standing() && raised.alertId().equals(id)) {
        return memory.with(entry.getKey(), raised.voided());
      }
    }
    return memory;
  }
}
