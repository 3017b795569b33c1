package dev.perennial.ingest.ndjson;

import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whether the service stops. Known before the web server waits for its requests: streams end by
 * themselves then, where they would be cut at the end of the grace period. This is later than the
 * beginning of the drain, during whose wait the service takes requests: a stream that came back at
 * once would come back to this very instance.
 */
@Component
class Draining {

  private final ApplicationContext service;
  private volatile boolean begun;

  Draining(ApplicationContext service) {
    this.service = service;
  }

  /** The management port's context closes too, and is another one. */
  @EventListener
  void onClose(ContextClosedEvent event) {
    begun |= event.getApplicationContext() == service;
  }

  boolean hasBegun() {
    return begun;
  }
}
