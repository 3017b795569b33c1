package dev.perennial.standalone.sample;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a subscriber wants to be told; set through the notifier's API, never in an event.
 *
 * @param address an address of a domain that is reserved for examples (RFC 2606)
 */
public record Destination(String subscriberId, String id, String address) {

  public Destination {
    requireNonNull(subscriberId, "subscriberId");
    requireNonNull(id, "id");
    requireNonNull(address, "address");
  }

  static List<Destination> of(List<Person> people) {
    List<Destination> destinations = new ArrayList<>();
    for (Person person : people) {
      String name = person.id().replaceAll("[^a-z0-9]", "-");
      if (!Person.WITHOUT_DESTINATION.contains(person.name())) {
        destinations.add(new Destination(person.id(), "home", name + "@example.org"));
      }
      if (person.name().equals(Person.ROUTED) || person.name().equals("alice")) {
        destinations.add(new Destination(person.id(), "work", name + "@example.com"));
      }
    }
    return List.copyOf(destinations);
  }
}
