package dev.perennial.ingest.preview;

import dev.perennial.contracts.event.Arrival;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.preview.Preview;
import dev.perennial.domain.preview.SubscriptionPreview;
import dev.perennial.ingest.intake.EventReader;
import dev.perennial.ingest.intake.IngestProperties;
import dev.perennial.ingest.intake.Intake;
import dev.perennial.ingest.intake.Item;
import dev.perennial.ingest.intake.Taken;
import dev.perennial.starter.access.Caller;
import dev.perennial.starter.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Previews events with the very rules that the stream processor applies, as if there were nothing
 * but them. Each subscription is worked out by itself, so that the time can be bounded.
 */
@Component
@EnableConfigurationProperties(PreviewProperties.class)
final class Previews {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private final EventReader events;
  private final IngestProperties ingest;
  private final PreviewProperties settings;
  private final Semaphore places;

  Previews(EventReader events, IngestProperties ingest, PreviewProperties settings) {
    this.events = events;
    this.ingest = ingest;
    this.settings = settings;
    this.places = new Semaphore(settings.atOnce());
  }

  /**
   * @throws ProblemException where posting the body as a whole would fail, 422 preview-too-large
   *     where it takes too long or says too much, 503 busy where too many are under way
   */
  PreviewAnswer of(byte @Nullable [] body, Arrival arrival, Span span, Caller caller) {
    List<Item> items = items(body, arrival, caller);
    if (!places.tryAcquire()) {
      throw ProblemException.unavailable(
          "busy", "As many previews as may be are under way.", RETRY_AFTER);
    }
    try {
      List<Event> valid = valid(items);
      List<SubscriptionPreview> subscriptions = subscriptions(valid, span);
      return PreviewAnswer.of(
          span, items, new Verdicts(valid, subscriptions), Preview.of(subscriptions));
    } finally {
      places.release();
    }
  }

  private List<Item> items(byte @Nullable [] body, Arrival arrival, Caller caller) {
    List<Item> items = new ArrayList<>();
    for (JsonNode event : PreviewBody.events(body, ingest.maxBatch())) {
      items.add(events.read(items.size(), event, arrival, caller));
    }
    return Intake.checked(items);
  }

  private static List<Event> valid(List<Item> items) {
    return items.stream()
        .filter(Item.Valid.class::isInstance)
        .map(item -> ((Item.Valid) item).event())
        .filter(Taken.OfSubscriber.class::isInstance)
        .map(taken -> ((Taken.OfSubscriber) taken).event())
        .toList();
  }

  private List<SubscriptionPreview> subscriptions(List<Event> valid, Span span) {
    long deadline = System.nanoTime() + settings.timeLimit().toNanos();
    List<SubscriptionPreview> previews = new ArrayList<>();
    int[] lines = {0};
    Preview.subscriptions(valid, span.at(), span.days())
        .forEachOrdered(
            preview -> {
              lines[0] += preview.charges().size() + preview.alerts().size();
              if (lines[0] > settings.mostLines() || System.nanoTime() > deadline) {
                throw tooLarge();
              }
              previews.add(preview);
            });
    return previews;
  }

  private static ProblemException tooLarge() {
    return new ProblemException(
        422, "preview-too-large", "The preview is too large: ask for fewer events or fewer days.");
  }
}
