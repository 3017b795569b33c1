package dev.perennial.domain.reminder;

import dev.perennial.domain.SubscriptionKey;
import dev.perennial.domain.charge.Charge;
import dev.perennial.domain.fold.DueDates;
import dev.perennial.domain.fold.Subscriber;
import dev.perennial.domain.fold.SubscriptionState;
import dev.perennial.domain.fold.SubscriptionView;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a tick raises and voids for one subscription. An alert fires while {@code fireAt <= tick}
 * and the due day has not ended; after an outage only the newest missed lead fires, with the days
 * that are truly left.
 *
 * @param voided ids of standing alerts whose due date is no longer due
 * @param next what to remember
 */
public record Reminders(List<AlertRaised> raised, List<String> voided, RaisedAlerts next) {

  private static final int ID_CHARACTERS = 32;

  public Reminders {
    raised = List.copyOf(raised);
    voided = List.copyOf(voided);
  }

  public static Reminders at(
      SubscriptionView view, Subscriber subscriber, RaisedAlerts before, Instant tick) {
    LocalDate today = subscriber.today(tick);
    return new Pass(view, subscriber, tick, today, before.dueFrom(today)).run();
  }

  private static final class Pass {

    private final SubscriptionView view;
    private final Subscriber subscriber;
    private final Instant tick;
    private final LocalDate today;
    private final List<AlertRaised> raised = new ArrayList<>();
    private final List<String> voided = new ArrayList<>();
    private RaisedAlerts memory;

    Pass(
        SubscriptionView view,
        Subscriber subscriber,
        Instant tick,
        LocalDate today,
        RaisedAlerts memory) {
      this.view = view;
      this.subscriber = subscriber;
      this.tick = tick;
      this.today = today;
      this.memory = memory;
    }

    Reminders run() {
      voidWhatIsNoLongerDue();
      if (view.state().isPresent() && view.dueDates().isPresent()) {
        raiseWhatIsDue(view.state().get(), view.dueDates().get());
      }
      return new Reminders(raised, voided, memory);
    }

    private void voidWhatIsNoLongerDue() {
      for (Map.Entry<RaisedAlerts.Slot, RaisedAlerts.Raised> entry : memory.slots().entrySet()) {
        RaisedAlerts.Raised alert = entry.getValue();
        if (alert.standing() && !isDue(entry.getKey().dueOn())) {
          voided.add(alert.alertId());
          memory =
              memory.with(
                  entry.getKey(),
                  new RaisedAlerts.Raised(alert.revision() + 1, false, alert.alertId()));
        }
      }
      Collections.sort(voided);
    }

    private boolean isDue(LocalDate day) {
      return view.dueDates().filter(dates -> dates.isDue(day)).isPresent();
    }

    private void raiseWhatIsDue(SubscriptionState state, DueDates dueDates) {
      List<Integer> leads = dueDates.leads();
      if (leads.isEmpty()) {
        return;
      }
      LocalDate last = today.plusDays(Collections.max(leads));
      for (Charge charge : dueDates.between(today, last)) {
        newestMissed(dueDates, charge.dueOn())
            .map(lead -> new RaisedAlerts.Slot(charge.dueOn(), lead))
            .filter(slot -> !memory.isStanding(slot))
            .ifPresent(slot -> raise(state, dueDates, slot, charge));
      }
    }

    private Optional<Integer> newestMissed(DueDates dueDates, LocalDate dueOn) {
      return dueDates.leads().stream()
          .filter(lead -> !dueDates.fireAt(dueOn, lead).isAfter(tick))
          .min(Integer::compare);
    }

    private void raise(
        SubscriptionState state, DueDates dueDates, RaisedAlerts.Slot slot, Charge charge) {
      int revision = memory.revisionOf(slot);
      String id = idOf(state.key(), slot, revision);
      memory = memory.with(slot, new RaisedAlerts.Raised(revision, true, id));
      raised.add(
          new AlertRaised(
              id,
              state,
              slot.dueOn(),
              slot.lead(),
              (int) ChronoUnit.DAYS.between(today, slot.dueOn()),
              charge.amount(),
              revision,
              dueDates.fireAt(slot.dueOn(), slot.lead()),
              tick,
              subscriber.locale(),
              subscriber.routing(AlertRaised.TYPE)));
    }
  }

  /** Each part is led by its length, so that no two lists of parts hash alike. */
  private static String idOf(SubscriptionKey key, RaisedAlerts.Slot slot, int revision) {
    MessageDigest sha256 = sha256();
    for (String part :
        List.of(
            key.subscriber().tenantId(),
            key.subscriber().subscriberId(),
            AlertRaised.TYPE,
            key.subscriptionId(),
            slot.dueOn().toString(),
            Integer.toString(slot.lead()),
            Integer.toString(revision))) {
      sha256.update((part.length() + ":" + part).getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(sha256.digest()).substring(0, ID_CHARACTERS);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
