package dev.perennial.standalone.platform;

import dev.perennial.standalone.platform.Batches.Batch;
import dev.perennial.standalone.sample.Refusal;
import dev.perennial.standalone.sample.Sample;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Posts events and notes what was answered. */
final class SampleLoad {
  private static final int BATCH = 100;

  /** Then what was news when a sample was made may be too old for it. */
  private static final Duration LATE = Duration.ofDays(4);

  private final EventPost post;
  private final LoadJournal journal;
  private final Runnable forgetIds;
  private final Clock clock;

  /**
   * @param forgetIds has ingest take ids that it knows with other content
   */
  SampleLoad(EventPost post, LoadJournal journal, Runnable forgetIds, Clock clock) {
    this.post = post;
    this.journal = journal;
    this.forgetIds = forgetIds;
    this.clock = clock;
  }

  /** All of the sample, or only what was not answered before; the report covers all of it. */
  LoadReport load(Sample sample, boolean onlyNew) {
    boolean late = clock.instant().isAfter(sample.at().plus(LATE));
    // Cut by the sample's instant, so that a later start cuts the same batches.
    LoadReport events =
        inRounds(
            sample.events(),
            sample.at(),
            batch -> onlyNew ? journal.find(batch.text()) : Optional.empty(),
            batch -> journal.note(batch.text(), post.batch(late ? batch.asHistory() : batch)));
    List<Callable<LoadReport>> refusals = new ArrayList<>();
    for (Refusal each : sample.refusals()) {
      Optional<LoadReport> before = onlyNew ? journal.find(each.text()) : Optional.empty();
      refusals.add(() -> before.orElseGet(() -> journal.note(each.text(), post.refusal(each))));
    }
    return events.then(new Loading().all(refusals));
  }

  /** Events that must all be accepted; they are not noted. */
  LoadReport load(List<String> events) {
    return inRounds(events, clock.instant(), batch -> Optional.empty(), post::batch);
  }

  /**
   * @param before what was answered to a batch that need not be posted again
   */
  private LoadReport inRounds(
      List<String> events,
      Instant at,
      Function<Batch, Optional<LoadReport>> before,
      Function<Batch, LoadReport> answer) {
    LoadReport report = LoadReport.none();
    boolean first = true;
    for (List<String> round : Batches.rounds(events)) {
      List<Callable<LoadReport>> posts = new ArrayList<>();
      boolean known = true;
      for (Batch batch : Batches.of(round, BATCH, at)) {
        Optional<LoadReport> answered = before.apply(batch);
        known = known && answered.isPresent();
        posts.add(() -> answered.orElseGet(() -> answer.apply(batch)));
      }
      if (!first && !known) {
        forgetIds.run();
      }
      first = false;
      report = report.then(new Loading().all(posts));
    }
    return report;
  }
}
