package dev.perennial.contracts.topic;

/** What the stream processor computes: one topic and one collection each. */
public enum Projection {
  SUBSCRIPTIONS("subscriptions"),
  PAYMENTS("payments"),
  SUBSCRIBER_TOTALS("subscriber-totals"),
  TENANT_TOTALS("tenant-totals"),
  RECEIPTS("receipts");

  private final String collection;

  Projection(String collection) {
    this.collection = collection;
  }

  /** The MongoDB collection's name, and the topic's up to its epoch. */
  public String collection() {
    return collection;
  }
}
