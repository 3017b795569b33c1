package dev.perennial.standalone.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One subscriber.
 *
 * @param id of this one; copies of a person differ in it alone
 * @param name whose ways it has
 * @param zone where the subscriber lived first; null if nobody ever said
 * @param movedTo where the subscriber lives since half a year before the sample's instant
 * @param currency what most of it is paid in
 * @param alertTime HH:mm, or null for the platform's own 09:00
 * @param quiet the local day ends shortly after the sample's instant: nothing is due near it
 */
record Person(
    String id,
    String name,
    @Nullable String zone,
    @Nullable String movedTo,
    String currency,
    String locale,
    @Nullable String alertTime,
    boolean quiet) {

  static final Set<String> WITHOUT_DESTINATION = Set.of("tama", "zora");
  static final String ROUTED = "johanna";

  /** They say for themselves what they are told, and are told of everything. */
  private static final Set<String> CHOOSY = Set.of(ROUTED, "alice", "langston", "ursula");

  /** They have themselves deleted; one of them comes back. */
  private static final Set<String> LEAVERS = Set.of("bertha", "edgar", "ingrid");

  private static final String RETURNS = "ingrid";

  static final String WITHOUT_ZONE = "nova";

  /** They leave it to the tenant in which currency they think. */
  private static final Set<String> WITHOUT_CURRENCY =
      Set.of("nova", "italo", "wislawa", "layla", "keanu");

  static final String TOLD_LATE = "giulia";

  private record Place(String zone, String currency, String locale, List<String> people) {}

  private static final List<Place> PLACES =
      List.of(
          new Place("Pacific/Auckland", "NZD", "en-NZ", List.of("aroha", "tama", "mere", "wiremu")),
          new Place(
              "Europe/Vienna",
              "EUR",
              "de-AT",
              List.of("johanna", "lukas", "anna", "emil", "bertha")),
          new Place(
              "America/New_York", "USD", "en-US", List.of("alice", "walter", "zora", "langston")),
          new Place("Asia/Tokyo", "JPY", "ja-JP", List.of("haruki", "yoko", "kenzo", "sadako")),
          new Place(
              "Europe/London", "GBP", "en-GB", List.of("ada", "alan", "house|7", "isaac", "edgar")),
          new Place("Australia/Sydney", "AUD", "en-AU", List.of("miles", "nova", "patrick")),
          new Place("America/Los_Angeles", "USD", "en-US", List.of("ursula", "ray", "octavia")),
          new Place(
              "Europe/Zurich", "CHF", "de-CH", List.of("max", "friedrich", "100%-heidi", "ingrid")),
          new Place("Asia/Kolkata", "INR", "en-IN", List.of("arundhati", "rabindranath", "amrita")),
          new Place("America/Sao_Paulo", "BRL", "pt-BR", List.of("clarice", "jorge", "machado")),
          new Place("Asia/Kuwait", "KWD", "en-GB", List.of("fatima", "yusuf", "layla")),
          new Place("Europe/Warsaw", "PLN", "pl-PL", List.of("olga", "adam", "wislawa")),
          new Place("Asia/Kathmandu", "INR", "en-IN", List.of("pema", "tenzing")),
          new Place("Pacific/Honolulu", "USD", "en-US", List.of("keanu", "leilani")),
          new Place("Europe/Rome", "EUR", "it-IT", List.of("giulia", "italo", "natalia")));

  /**
   * @param copy the first has the ids that are also the names
   */
  static List<Person> all(int copy, Random random, Instant at) {
    List<Person> people = new ArrayList<>();
    for (Place place : PLACES) {
      for (String name : place.people()) {
        people.add(of(copy == 1 ? name : name + "-" + copy, name, place, random, at));
      }
    }
    return List.copyOf(people);
  }

  private static Person of(String id, String name, Place place, Random random, Instant at) {
    String zone = name.equals(WITHOUT_ZONE) ? null : place.zone();
    String movedTo =
        switch (name) {
          case "emil" -> "America/New_York";
          case "yoko" -> "Europe/Vienna";
          case "miles" -> "Pacific/Auckland";
          default -> null;
        };
    ZoneId now = zoneOf(zone, movedTo);
    return new Person(
        id,
        name,
        zone,
        movedTo,
        place.currency(),
        place.locale(),
        AlertTimes.choose(random, now, at),
        AlertTimes.dayTurnsSoon(now, at));
  }

  private static ZoneId zoneOf(@Nullable String zone, @Nullable String movedTo) {
    if (movedTo != null) {
      return ZoneId.of(movedTo);
    }
    return zone == null ? ReferenceData.ZONE : ZoneId.of(zone);
  }

  /** The currency that the subscriber says is its own; null if nobody ever says. */
  @Nullable String home() {
    return WITHOUT_CURRENCY.contains(name) ? null : currency;
  }

  /** That of the place where the subscriber lives since it moved; null where it keeps its own. */
  @Nullable String homeSinceMoved() {
    return switch (name) {
      case "emil" -> "USD";
      case "yoko" -> "EUR";
      default -> null;
    };
  }

  boolean choosy() {
    return CHOOSY.contains(name);
  }

  boolean leaves() {
    return LEAVERS.contains(name);
  }

  boolean returns() {
    return RETURNS.equals(name);
  }

  /** The zone in force at the sample's instant. */
  ZoneId zoneNow() {
    return zoneOf(zone, movedTo);
  }

  /** Where the subscriber lived while most of the sample happened. */
  ZoneId zoneThen() {
    return zoneOf(zone, null);
  }

  LocalDate today(Instant at) {
    return at.atZone(zoneNow()).toLocalDate();
  }
}
