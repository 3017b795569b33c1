package dev.perennial.standalone.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An alert about all of a subscriber. */
record AccountAlert(
    Account account, String tenant, AccountMatter matter, Answers.Turn turn, Instant tick)
    implements Raised {

  @Override
  public Owner owner() {
    return account.owner();
  }

  @Override
  public @Nullable String subscriptionId() {
    return null;
  }

  @Override
  public @Nullable Map<String, Object> amount() {
    return matter.amount();
  }

  @Override
  public String id() {
    List<String> parts = new ArrayList<>(nameParts());
    Floor floor = account.reading().floor();
    if (!matter.about().isEmpty() || !floor.isNone()) {
      parts.add(matter.about());
    }
    if (!floor.isNone()) {
      parts.add(floor.at().toString());
    }
    return Canonical.alertId(parts);
  }

  @Override
  public Map<String, Object> fields() {
    Document alert =
        new Document()
            .with("id", id())
            .with("type", type().wireName)
            .with("tenantId", tenant)
            .with("subscriberId", owner().id)
            .with("dueOn", matter.dueOn().toString())
            .with("lead", turn.lead())
            .with("daysLeft", daysLeft())
            .with("revision", turn.revision())
            .with("fireAt", turn.fireAt().toString())
            .with("raisedAt", String.class)
            .with("zone", owner().zoneNow().getId())
            .with("locale", owner().locale)
            .with("routing", routing());
    matter.describe(alert);
    return alert.fields();
  }

  @Override
  public Predicate<Object> title() {
    return matter.title();
  }

  @Override
  public Predicate<Object> text() {
    return matter.text();
  }
}
