package dev.perennial.dashboard.page;

import dev.perennial.dashboard.subscriber.Subscriber;

/** One card of the subscriber's page. It loads, and fails, on its own. */
interface Panel {

  /** Its place in the address and its template's name: a-z and hyphens. */
  String name();

  /**
   * @param days how far ahead to look, where the panel looks ahead
   */
  PanelContent load(Subscriber subscriber, int days);
}
