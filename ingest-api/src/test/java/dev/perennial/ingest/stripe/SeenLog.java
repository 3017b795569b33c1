package dev.perennial.ingest.stripe;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** Everything that our code logs at any level, and the rest of it from WARN on. */
final class SeenLog extends AppenderBase<ILoggingEvent> {

  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Logger ours = (Logger) LoggerFactory.getLogger("dev.perennial");

  static SeenLog begin() {
    SeenLog log = new SeenLog();
    log.setContext(log.root.getLoggerContext());
    log.start();
    log.root.addAppender(log);
    log.ours.setLevel(Level.TRACE);
    return log;
  }

  void end() {
    ours.setLevel(null);
    root.detachAppender(this);
    stop();
  }

  String text() {
    return String.join("\n", lines);
  }

  @Override
  protected void append(ILoggingEvent event) {
    lines.add(event.getFormattedMessage() + " " + event.getKeyValuePairs());
  }
}
