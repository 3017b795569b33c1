package dev.perennial.ingest.stopping;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;

/**
 * The first thing that happens when the service is told to stop. It is unready by then; it goes on
 * taking requests for a while, since who sends them learns only little by little that it should
 * not. Then the server stops accepting, open requests end, and the producer sends what it has.
 */
final class Drain
    implements ApplicationListener<ContextClosedEvent>, ApplicationContextAware, Ordered {

  private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

  private final Duration wait;
  private volatile boolean begun;
  private @Nullable ApplicationContext own;

  Drain(Duration wait) {
    this.wait = wait;
  }

  boolean hasBegun() {
    return begun;
  }

  /** Before the listener that takes the management port away: it has to say unready meanwhile. */
  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public void setApplicationContext(ApplicationContext context) {
    own = context;
  }

  @Override
  public void onApplicationEvent(ContextClosedEvent event) {
    if (event.getApplicationContext() != own || begun) {
      return;
    }
    begun = true;
    if (wait.isPositive()) {
      LOG.info("Unready; takes requests for another {} ms", wait.toMillis());
      pause();
    }
  }

  private void pause() {
    try {
      Thread.sleep(wait);
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }
}
