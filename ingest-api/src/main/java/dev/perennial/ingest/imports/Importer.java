package dev.perennial.ingest.imports;

import static java.util.Objects.requireNonNull;

import dev.perennial.contracts.event.Arrival;
import dev.perennial.ingest.intake.EventReader;
import dev.perennial.ingest.intake.IngestProperties;
import dev.perennial.ingest.intake.Intake;
import dev.perennial.ingest.intake.Item;
import dev.perennial.ingest.intake.ItemResult;
import dev.perennial.starter.access.Caller;
import dev.perennial.starter.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Takes the rows of a file as any events are taken, in parts that fit what may be on its way. */
@Component
public final class Importer {

  /** How long a part of a file waits for room; the client has nothing better to do. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Small beside what may be on its way, so that a file leaves room for others. */
  private static final int MOST_IN_A_PART = 500;

  private final EventReader events;
  private final Intake intake;
  private final int partSize;

  Importer(EventReader events, Intake intake, IngestProperties properties) {
    this.events = events;
    this.intake = intake;
    this.partSize = Math.min(properties.maxBatch(), MOST_IN_A_PART);
  }

  /**
   * What a file comes to.
   *
   * @param items one an event, or one a refused row; in the file's order
   * @param lines where each item stands in the file; as many
   */
  private record Reading(ImportFile file, List<Item> items, List<Line> lines) {

    boolean hasValid() {
      return items.stream().anyMatch(Item.Valid.class::isInstance);
    }

    boolean isValid() {
      return items.stream().allMatch(Item.Valid.class::isInstance);
    }

    ImportItem answer(ItemResult result) {
      Line line = lines.get(result.index());
      String pointer = result.pointer();
      String column =
          line.column() != null || pointer == null
              ? line.column()
              : file.columnOf(pointer).orElse(null);
      return ImportItem.of(line.row(), column, result);
    }
  }

  /**
   * @param column at fault, where the row itself already told
   * @param event null for a refused row
   */
  private record Line(int row, @Nullable String column, @Nullable ObjectNode event) {}

  /**
   * Sends what is valid.
   *
   * @param atomic sends nothing if one row is invalid
   * @return 202, 207, 422 or 503 with what became of each row
   */
  public ResponseEntity<Object> take(
      ImportFile file, Arrival arrival, Caller caller, boolean atomic) {
    Reading reading = read(file, arrival, caller);
    if (!reading.hasValid() || (atomic && !reading.isValid())) {
      List<ItemResult> withheld = intake.withhold(reading.items());
      return ImportAnswers.rejected(withheld.stream().map(reading::answer).toList());
    }
    return ImportAnswers.published(send(reading, caller), file.dropped());
  }

  /** Says what {@link #take} would send, and sends nothing. */
  public ResponseEntity<Object> rehearse(ImportFile file, Arrival arrival, Caller caller) {
    Reading reading = read(file, arrival, caller);
    List<ImportItem> items = new ArrayList<>();
    for (Item item : reading.items()) {
      Line line = reading.lines().get(item.index());
      items.add(
          switch (item) {
            case Item.Invalid invalid -> reading.answer(ItemResult.rejected(invalid));
            case Item.Valid valid ->
                ImportItem.valid(line.row(), requireNonNull(line.event(), "event"));
          });
    }
    return ResponseEntity.ok(DryRun.of(items, file.dropped()));
  }

  private Reading read(ImportFile file, Arrival arrival, Caller caller) {
    List<Item> items = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    for (Entry entry : file.entries()) {
      switch (entry) {
        case Entry.Spoilt spoilt -> {
          Item.Fault fault = Item.Fault.of(spoilt.code(), "", spoilt.detail());
          items.add(new Item.Invalid(items.size(), fault));
          lines.add(new Line(spoilt.row(), spoilt.column(), null));
        }
        case Entry.Asked asked -> {
          List<Item> own = read(asked, items.size(), arrival, caller);
          for (int place = 0; place < own.size(); place++) {
            boolean valid = own.get(place) instanceof Item.Valid;
            lines.add(new Line(asked.row(), null, valid ? asked.events().get(place) : null));
          }
          items.addAll(own);
        }
      }
    }
    return new Reading(file, Intake.checked(items), lines);
  }

  /** One item an event, or the first that is invalid alone. */
  private List<Item> read(Entry.Asked asked, int index, Arrival arrival, Caller caller) {
    List<Item> items = new ArrayList<>();
    for (ObjectNode event : asked.events()) {
      Item item = events.read(index + items.size(), event, arrival, caller);
      if (item instanceof Item.Invalid invalid) {
        return List.of(new Item.Invalid(index, invalid.fault()));
      }
      items.add(item);
    }
    return items;
  }

  /** Part by part, so that a row is sent before the next; ends where nothing is acknowledged. */
  private List<ImportItem> send(Reading reading, Caller caller) {
    List<ImportItem> answers = new ArrayList<>();
    int size = reading.items().size();
    for (int from = 0; from < size; from += partSize) {
      List<Item> part = reading.items().subList(from, Math.min(size, from + partSize));
      boolean some = sendPart(part, reading, caller, answers);
      if (!some) {
        notSent(reading.items().subList(from + part.size(), size), reading, answers);
        break;
      }
    }
    return answers;
  }

  /**
   * @return whether going on makes sense
   */
  private boolean sendPart(
      List<Item> part, Reading reading, Caller caller, List<ImportItem> answers) {
    List<ItemResult> results;
    try {
      results = intake.begin(part, caller, PATIENCE).await();
    } catch (ProblemException busy) {
      if (answers.isEmpty()) {
        throw busy;
      }
      notSent(part, reading, answers);
      return false;
    }
    results.stream().map(reading::answer).forEach(answers::add);
    boolean asked = part.stream().anyMatch(Item.Valid.class::isInstance);
    return !asked || results.stream().anyMatch(ItemResult::isAccepted);
  }

  private void notSent(List<Item> rest, Reading reading, List<ImportItem> answers) {
    List<ItemResult> results = intake.withhold(rest);
    for (int place = 0; place < rest.size(); place++) {
      ItemResult result = results.get(place);
      answers.add(
          rest.get(place) instanceof Item.Valid
              ? ImportItem.notSent(reading.lines().get(result.index()).row(), result)
              : reading.answer(result));
    }
  }
}
