package dev.perennial.operations.rates;

import dev.perennial.domain.exchange.ExchangeRates;
import dev.perennial.operations.OperationException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Publishes days of rates through ingest, the oldest first. */
public final class RatesImport {

  /** An event is a record in each partition: few enough for many of these. */
  static final int BATCH = 100;

  /** For how long one batch is sent again, where ingest takes nothing. */
  static final Duration PATIENCE = Duration.ofMinutes(2);

  /** What lies farther back is posted as history; ingest takes 35 days as news. */
  static final Duration RECENT = Duration.ofDays(30);

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final String SCOPE_MISSING = "scope-missing";

  /** Lets time go by. */
  @FunctionalInterface
  interface Pause {
    void of(Duration time);
  }

  private final Ingest ingest;
  private final Clock clock;
  private final Pause pause;
  private final Consumer<String> progress;
  private final SortedMap<LocalDate, String> refused = new TreeMap<>();
  private int published;
  private int known;

  /**
   * @param ingest where ingest-api is
   * @param key an API key with events:write and rates:write, and for days of more than 30 days ago
   *     events:backfill
   * @param clock says which those are
   * @param progress is told a line a batch
   */
  public RatesImport(URI ingest, String key, Clock clock, Consumer<String> progress) {
    this(ingest, key, clock, progress, RatesImport::sleep);
  }

  RatesImport(URI ingest, String key, Clock clock, Consumer<String> progress, Pause pause) {
    this.ingest = new Ingest(ingest, key);
    this.clock = clock;
    this.progress = progress;
    this.pause = pause;
  }

  /**
   * What became of the days.
   *
   * @param published days that ingest has now
   * @param known of them, those that it had before, as far as it remembers
   * @param refused dates that ingest rejected, with its codes
   */
  public record Result(int published, int known, SortedMap<LocalDate, String> refused) {}

  /**
   * @throws OperationException if ingest does not take them; what was published before is said, and
   *     starting again is safe
   */
  public Result run(List<ExchangeRates> days) {
    for (int from = 0; from < days.size(); from += BATCH) {
      List<ExchangeRates> batch = days.subList(from, Math.min(days.size(), from + BATCH));
      publish(batch);
      progress.accept(
          "%d of %d days, up to %s"
              .formatted(from + batch.size(), days.size(), batch.getLast().date()));
    }
    return new Result(published, known, refused);
  }

  private void publish(List<ExchangeRates> batch) {
    List<ExchangeRates> left = batch;
    Duration waited = Duration.ZERO;
    while (!left.isEmpty()) {
      List<? extends JsonNode> events = left.stream().map(RatesEvent::of).toList();
      switch (ingest.post(events, isHistory(left))) {
        case Ingest.Answer.Items items -> {
          left = unacknowledged(left, items.items());
          waited = left.isEmpty() ? waited : waited(waited, SHORTEST);
        }
        case Ingest.Answer.Later later -> waited = waited(waited, later.after());
        case Ingest.Answer.TooLarge tooLarge -> {
          halves(left);
          left = List.of();
        }
      }
    }
  }

  /** A batch has one mode: its oldest day decides. */
  private boolean isHistory(List<ExchangeRates> days) {
    Instant recent = clock.instant().minus(RECENT);
    return days.stream().anyMatch(day -> RatesEvent.timeOf(day).isBefore(recent));
  }

  private void halves(List<ExchangeRates> batch) {
    if (batch.size() == 1) {
      throw new OperationException("Ingest does not take even one day at a time");
    }
    int middle = batch.size() / 2;
    publish(batch.subList(0, middle));
    publish(batch.subList(middle, batch.size()));
  }

  /** Takes note of what became of each, and says which are to be sent again. */
  private List<ExchangeRates> unacknowledged(List<ExchangeRates> days, List<Ingest.Item> items) {
    List<ExchangeRates> left = new ArrayList<>();
    for (int index = 0; index < days.size(); index++) {
      ExchangeRates day = days.get(index);
      Ingest.Item item = items.get(index);
      switch (item.outcome()) {
        case ACCEPTED -> published++;
        case KNOWN -> {
          published++;
          known++;
        }
        case UNACKNOWLEDGED -> left.add(day);
        case REJECTED -> refuse(day.date(), item.code());
      }
    }
    return left;
  }

  private void refuse(LocalDate date, String code) {
    if (code.equals(SCOPE_MISSING)) {
      throw new OperationException("The API key lacks the scope rates:write");
    }
    refused.put(date, code);
  }

  private Duration waited(Duration before, Duration wanted) {
    Duration next = wanted.compareTo(SHORTEST) < 0 ? SHORTEST : wanted;
    Duration after = before.plus(next);
    if (after.compareTo(PATIENCE) > 0) {
      throw new OperationException(
          "Ingest takes nothing at the moment; %d days are published, and starting again is safe"
              .formatted(published));
    }
    pause.of(next);
    return after;
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperationException("Interrupted", e);
    }
  }
}
