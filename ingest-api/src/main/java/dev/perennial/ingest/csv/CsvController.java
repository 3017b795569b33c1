package dev.perennial.ingest.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Takes CSV files. */
@RestController
class CsvController implements CsvApi {

  private static final MediaType TEMPLATE = new MediaType("text", "csv", UTF_8);

  private final EventReader events;
  private final Importer importer;
  private final ImportProperties properties;

  CsvController(EventReader events, Importer importer, ImportProperties properties) {
    this.events = events;
    this.importer = importer;
    this.properties = properties;
  }

  @Override
  @RequiresScope(Scope.EVENTS_WRITE)
  public ResponseEntity<Object> post(
      byte @Nullable [] body,
      MediaType contentType,
      @Nullable String delimiter,
      String source,
      @Nullable String time,
      boolean dryRun,
      boolean atomic,
      @Nullable String mode,
      Caller caller) {
    ImportRequest.requireUtf8(contentType);
    ImportRequest.requireMoment(time);
    Arrival arrival = events.arrival(caller, mode);
    ImportFile file =
        CsvFiles.read(
            ImportRequest.bytes(body),
            delimiter(delimiter).orElse(null),
            new Defaults(source, time),
            properties.maxRows());
    return dryRun
        ? importer.rehearse(file, arrival, caller)
        : importer.take(file, arrival, caller, atomic);
  }

  private static Optional<Character> delimiter(@Nullable String said) {
    if (said == null) {
      return Optional.empty();
    }
    if (!said.equals(",") && !said.equals(";")) {
      throw new ProblemException(400, "parameter-invalid", "delimiter is a comma or a semicolon.");
    }
    return Optional.of(said.charAt(0));
  }

  @Override
  public ResponseEntity<byte[]> template(String kind) {
    Kind found =
        Kind.byName(kind)
            .orElseThrow(
                () ->
                    new ProblemException(
                        400, "parameter-invalid", "kind is subscriptions or payments."));
    ContentDisposition file = ContentDisposition.attachment().filename(kind + ".csv").build();
    return ResponseEntity.ok()
        .contentType(TEMPLATE)
        .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
        .body(found.template().getBytes(UTF_8));
  }
}
