package dev.perennial.ingest.ndjson;

import dev.perennial.contracts.control.Scope;
import dev.perennial.ingest.intake.EventReader;
import dev.perennial.ingest.intake.Intake;
import dev.perennial.starter.access.Caller;
import dev.perennial.starter.access.CallerCheck;
import dev.perennial.starter.access.RequiresScope;
import dev.perennial.starter.problem.ProblemException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes events a line each, and answers them while the body is still being sent. */
@Hidden
@RestController
@RequiresScope(Scope.EVENTS_WRITE)
class StreamController {

  private static final String NDJSON = MediaType.APPLICATION_NDJSON_VALUE;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private final NdjsonProperties properties;
  private final Draining draining;
  private final EventReader events;
  private final Intake intake;
  private final Semaphore room;

  StreamController(
      NdjsonProperties properties,
      Draining draining,
      EventReader events,
      Intake intake,
      MeterRegistry registry) {
    this.properties = properties;
    this.draining = draining;
    this.events = events;
    this.intake = intake;
    this.room = new Semaphore(properties.maxStreams());
    Gauge.builder(
            "perennial.ingest.streams", () -> properties.maxStreams() - room.availablePermits())
        .description("Streams of events that are open")
        .register(registry);
  }

  /**
   * The status is 200 before anything is durable: only an event's own line says that it is.
   *
   * @throws ProblemException 400 or 403 for the mode, 503 if no stream more is taken
   */
  @PostMapping(path = "/v1/events", consumes = NDJSON, produces = NDJSON)
  void post(
      @RequestParam(required = false) @Nullable String mode,
      HttpServletRequest request,
      HttpServletResponse response,
      Caller caller)
      throws IOException {
    events.arrival(caller, mode);
    if (draining.hasBegun()) {
      throw ProblemException.unavailable("draining", "The service is stopping.", RETRY_AFTER);
    }
    if (!room.tryAcquire()) {
      throw ProblemException.unavailable("busy", "Too many streams are open.", RETRY_AFTER);
    }
    try {
      run(parts(request, caller, mode), request, response);
    } finally {
      room.release();
    }
  }

  private StreamParts parts(HttpServletRequest request, Caller caller, @Nullable String mode) {
    CallerCheck check = CallerCheck.of(request);
    return new StreamParts(properties, draining, events, intake, check, caller, mode);
  }

  private static void run(
      StreamParts parts, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var body = request.getInputStream();
    response.setContentType(NDJSON);
    // Proxies that collect an answer before they pass it on would hold up the sender with it.
    response.setHeader("X-Accel-Buffering", "no");
    new EventStream(parts, body, new Results(response.getOutputStream())).run();
  }
}
