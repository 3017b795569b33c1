package dev.perennial.dashboard.subscriber;

/** The tenant has no such subscriber; the same whether another tenant has. */
public final class SubscriberNotFoundException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SubscriberNotFoundException() {
    super("No such subscriber");
  }
}
