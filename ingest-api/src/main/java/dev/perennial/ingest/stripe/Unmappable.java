package dev.perennial.ingest.stripe;

/** An event of a known type that lacks what its type must have; names the place, never a value. */
final class Unmappable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String place;

  /**
   * @param place the field within Stripe's event, such as {@code event.data.object.items}
   */
  Unmappable(String place) {
    super(place, null, false, false);
    this.place = place;
  }

  String place() {
    return place;
  }
}
