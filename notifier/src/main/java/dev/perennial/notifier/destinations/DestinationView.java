package dev.perennial.notifier.destinations;

/** What the API shows of a destination. */
record DestinationView(String subscriberId, String destinationId, String channel, String address) {

  static DestinationView of(Destination destination) {
    return new DestinationView(
        destination.subscriber().subscriberId(),
        destination.destinationId(),
        Destination.CHANNEL,
        destination.address().masked());
  }
}
