package dev.perennial.standalone.sample;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Eighteen months of events that end at one instant. Equal seeds and instants give equal samples.
 *
 * @param at the instant everything is dated from, to the second
 * @param events CloudEvents in JSON in the order of their arrival; some arrive twice, some late,
 *     some under an id that was used for other content before
 * @param refusals requests that must be turned away
 * @param destinations where mails go
 */
public record Sample(
    long seed,
    Instant at,
    List<String> events,
    List<Refusal> refusals,
    List<Destination> destinations) {

  private static final int SUBSCRIPTIONS_EACH = 9;
  private static final double DUPLICATES = 0.02;

  public Sample {
    requireNonNull(at, "at");
    events = List.copyOf(events);
    refusals = List.copyOf(refusals);
    destinations = List.copyOf(destinations);
  }

  public static Sample generate(long seed, Instant instant) {
    Instant at = instant.truncatedTo(ChronoUnit.SECONDS);
    Random random = new Random(seed);
    List<Person> people = Person.all(random, at);
    Feed feed = new Feed(at);
    List<Story> untold = new ArrayList<>(List.of(Story.values()));
    for (Person person : people) {
      Preferences.tell(person, feed, at);
      Set<Product> own = new HashSet<>();
      List<Story> stories = person.choosy() ? new ArrayList<>(Story.NEAR) : untold;
      for (Product chosen : choice(random)) {
        Story story = story(person, stories, random);
        Product product = story.product().filter(own::add).orElse(chosen);
        new Storyteller(new Agreement(person, product, random, at, feed)).tell(story);
      }
    }
    Strays.tell(feed, at);
    return new Sample(
        seed, at, feed.delivered(random, DUPLICATES), Refusal.all(at), Destination.of(people));
  }

  /** The same events in another order. */
  public List<String> shuffled(long otherSeed) {
    List<String> shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, new Random(otherSeed));
    return List.copyOf(shuffled);
  }

  /** How far the events reach back. */
  public static Duration span() {
    return Duration.ofDays(548);
  }

  private static List<Product> choice(Random random) {
    List<Product> products = new ArrayList<>(Product.CATALOGUE);
    Collections.shuffle(products, random);
    return products.subList(0, SUBSCRIPTIONS_EACH);
  }

  /** First those that are to be told at least once, in their order. */
  private static Story story(Person person, List<Story> untold, Random random) {
    if (person.quiet()) {
      return Story.quiet(random);
    }
    return untold.isEmpty() ? Story.any(random) : untold.removeFirst();
  }
}
