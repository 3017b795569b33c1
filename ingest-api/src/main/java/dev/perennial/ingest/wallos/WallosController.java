package dev.perennial.ingest.wallos;

import dev.perennial.contracts.control.Scope;
import dev.perennial.contracts.event.Arrival;
import dev.perennial.ingest.imports.ImportFile;
import dev.perennial.ingest.imports.ImportProperties;
import dev.perennial.ingest.imports.ImportRequest;
import dev.perennial.ingest.imports.Importer;
import dev.perennial.ingest.intake.EventReader;
import dev.perennial.starter.access.Caller;
import dev.perennial.starter.access.RequiresScope;
import dev.perennial.starter.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Takes exports of Wallos. */
@RestController
@RequiresScope(Scope.EVENTS_WRITE)
class WallosController implements WallosApi {

  private final EventReader events;
  private final Importer importer;
  private final ImportProperties properties;

  WallosController(EventReader events, Importer importer, ImportProperties properties) {
    this.events = events;
    this.importer = importer;
    this.properties = properties;
  }

  @Override
  public ResponseEntity<Object> post(
      byte @Nullable [] body,
      MediaType contentType,
      String subscriber,
      @Nullable String currency,
      String source,
      @Nullable String time,
      boolean dryRun,
      boolean atomic,
      @Nullable String mode,
      Caller caller) {
    ImportRequest.requireUtf8(contentType);
    ImportRequest.requireMoment(time);
    Target target = target(subscriber, currency, source, time);
    Arrival arrival = events.arrival(caller, mode);
    ExportReader reader = new ExportReader(target, properties.maxRows());
    byte[] bytes = ImportRequest.bytes(body);
    boolean csv = contentType.getSubtype().equals("csv");
    ImportFile file = csv ? reader.csv(bytes) : reader.json(bytes);
    return dryRun
        ? importer.rehearse(file, arrival, caller)
        : importer.take(file, arrival, caller, atomic);
  }

  private static Target target(
      String subscriber, @Nullable String currency, String source, @Nullable String time) {
    if (subscriber.isBlank()) {
      throw new ProblemException(
          400, "parameter-invalid", "subscriber is due: whose subscriptions they are.");
    }
    if (currency != null && !Symbols.isCurrency(currency)) {
      throw new ProblemException(400, "parameter-invalid", "currency is an ISO 4217 code.");
    }
    return new Target(subscriber, currency, source, time);
  }
}
