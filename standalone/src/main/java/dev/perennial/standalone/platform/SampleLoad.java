package dev.perennial.standalone.platform;

import dev.perennial.standalone.sample.Refusal;
import dev.perennial.standalone.sample.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Posts events and notes what was answered. */
final class SampleLoad {
  private static final int BATCH = 100;

  private final EventPost post;
  private final LoadJournal journal;

  SampleLoad(EventPost post, LoadJournal journal) {
    this.post = post;
    this.journal = journal;
  }

  /** All of the sample, or only what was not answered before; the report covers all of it. */
  LoadReport load(Sample sample, boolean onlyNew) {
    List<Callable<LoadReport>> posts = new ArrayList<>();
    for (List<String> batch : Batches.of(sample.events(), BATCH)) {
      posts.add(noted(String.join("\n", batch), onlyNew, () -> post.batch(batch)));
    }
    for (Refusal each : sample.refusals()) {
      String content = each.contentType() + "\n" + each.body();
      posts.add(noted(content, onlyNew, () -> post.refusal(each)));
    }
    return new Loading().all(posts);
  }

  /** Events that must all be accepted; they are not noted. */
  LoadReport load(List<String> events) {
    List<Callable<LoadReport>> posts = new ArrayList<>();
    Batches.of(events, BATCH).forEach(batch -> posts.add(() -> post.batch(batch)));
    return new Loading().all(posts);
  }

  private Callable<LoadReport> noted(
      String content, boolean onlyNew, Callable<LoadReport> request) {
    return () -> {
      Optional<LoadReport> before = onlyNew ? journal.find(content) : Optional.empty();
      return before.isPresent() ? before.get() : journal.note(content, request.call());
    };
  }
}
