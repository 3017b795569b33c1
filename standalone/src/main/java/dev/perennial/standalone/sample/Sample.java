package dev.perennial.standalone.sample;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
 * @param events CloudEvents in JSON in the order of their arrival, those of no subscriber first;
 *     some arrive twice, some late, some under an id that was used for other content before
 * @param refusals requests that must be turned away
 * @param destinations where mails go
 */
public record Sample(
    long seed,
    Instant at,
    List<String> events,
    List<Refusal> refusals,
    List<Destination> destinations) {

  /** Whose events they are: alerts are named by it. */
  public static final String TENANT = "demo";

  /**
   * What lies farther back is posted as history. Ingest takes five days more as live: they are for
   * whoever posts late.
   */
  public static final Duration RECENT = Duration.ofDays(30);

  private static final int SUBSCRIPTIONS_EACH = 10;

  /** Of those who are told of everything that is news. */
  private static final int WITH_A_HISTORY = 5;

  private static final int SUBSCRIPTIONS_OF_LEAVERS = 3;
  private static final double DUPLICATES = 0.02;

  public Sample {
    requireNonNull(at, "at");
    events = List.copyOf(events);
    refusals = List.copyOf(refusals);
    destinations = List.copyOf(destinations);
  }

  public static Sample generate(long seed, Instant instant) {
    return generate(seed, instant, 1);
  }

  /**
   * A larger one of the same kind: there is as much of what belongs to no subscriber.
   *
   * @param copies how many times as many subscribers there are; only the first of each are told by
   *     mail
   */
  public static Sample generate(long seed, Instant instant, int copies) {
    Instant at = instant.truncatedTo(ChronoUnit.SECONDS);
    Random random = new Random(seed);
    Feed feed = new Feed(at);
    List<Person> people = Person.all(1, random, at);
    tell(people, feed, random, at);
    for (int copy = 2; copy <= copies; copy++) {
      tell(Person.all(copy, random, at), feed, random, at);
    }
    Strays.tell(feed, at);
    List<String> events = new ArrayList<>(ReferenceData.all(seed, at));
    events.addAll(feed.delivered(random, DUPLICATES));
    return new Sample(seed, at, events, Refusal.all(at), Destination.of(people));
  }

  private static void tell(List<Person> people, Feed feed, Random random, Instant at) {
    List<Story> untold = new ArrayList<>(List.of(Story.values()));
    for (Person person : people) {
      Preferences.tell(person, feed, at);
      if (person.leaves()) {
        tellOfOneWhoLeaves(person, feed, random, at);
      } else {
        tell(person, untold, feed, random, at);
      }
    }
  }

  private static void tell(
      Person person, List<Story> untold, Feed feed, Random random, Instant at) {
    Set<Product> own = new HashSet<>();
    List<Story> stories = person.choosy() ? new ArrayList<>(Story.NEAR) : untold;
    int subscriptions = person.choosy() ? Story.NEAR.size() + WITH_A_HISTORY : SUBSCRIPTIONS_EACH;
    for (Product chosen : choice(subscriptions, random)) {
      Story story = story(person, stories, random);
      Product product = story.product().filter(own::add).orElse(chosen);
      new Storyteller(new Agreement(person, product, random, at, feed)).tell(story);
    }
    Habits.tell(person, feed, random, at);
  }

  private static void tellOfOneWhoLeaves(Person person, Feed feed, Random random, Instant at) {
    List<Product> products = choice(SUBSCRIPTIONS_OF_LEAVERS, random);
    for (Product product : products) {
      Agreement agreement = new Agreement(person, product, random, at, feed);
      new Storyteller(agreement).tell(Story.quiet(random));
    }
    Farewells.leave(person, feed, at);
    if (person.returns()) {
      LocalDate day = person.today(at).plusDays(5).minusMonths(1);
      Agreement anew = new Agreement(person, products.getFirst(), random, at, feed).since(day);
      new Storyteller(anew).tell(Story.PLAIN);
    }
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

  private static List<Product> choice(int count, Random random) {
    List<Product> products = new ArrayList<>(Product.CATALOGUE);
    Collections.shuffle(products, random);
    return products.subList(0, count);
  }

  /** First those that are to be told at least once, in their order. */
  private static Story story(Person person, List<Story> untold, Random random) {
    if (person.quiet()) {
      return Story.quiet(random);
    }
    return untold.isEmpty() ? Story.any(random) : untold.removeFirst();
  }
}
