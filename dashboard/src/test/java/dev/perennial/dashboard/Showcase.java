package dev.perennial.dashboard;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.perennial.backends.MongoServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.bson.Document;

/**
 * The dashboard alone on made-up figures, to look at while working on its pages. Prints sign-in
 * links and stays until it is stopped. The figures come from one seed and today's date.
 */
final class Showcase {

  private static final int SEED = 7;
  private static final int MONTHS = 18;
  private static final int LINKS = 12;

  private record Plan(
      String id, String name, String category, String currency, String price, int day) {}

  private static final List<Plan> PLANS =
      List.of(
          new Plan("netflix", "Netflix", "streaming", "EUR", "17.99", 4),
          new Plan("spotify", "Spotify Family", "music", "EUR", "21.99", 9),
          new Plan("gym", "Holmes Place", "fitness", "EUR", "64.90", 1),
          new Plan("cloud", "iCloud+ 2 TB", "software", "EUR", "9.99", 12),
          new Plan("news", "Der Standard & <b>Zeit</b>", "news", "EUR", "24.50", 20),
          new Plan("phone", "Magenta Mobile", "telecom", "EUR", "39.90", 24),
          new Plan("power", "Wien Energie", "utilities", "EUR", "118.00", 26),
          new Plan("github", "GitHub Copilot", "software", "USD", "10.00", 15),
          new Plan("manga", "Manga Plus 漫画", "reading", "JPY", "980", 28),
          new Plan("insurance", "Household insurance", "insurance", "CHF", "212.40", 18));

  private static final Document POWER = Seed.amount("118.00", "EUR");

  private Showcase() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Clock clock = Clock.systemUTC();
    Path folder = Files.createTempDirectory("perennial-showcase");
    MongoServer mongo = MongoServer.start(folder, (component, message) -> {});
    try (MongoClient client = MongoClients.create(mongo.uri())) {
      Seed seed = new Seed(client, 1, "acme", 3);
      seed.tenant("Acme Finance");
      fill(seed, clock.instant());
      for (String quiet : List.of("bob", "carla-from-a-very-long-department-name", "dieter")) {
        seed.insert("subscriptions", plan(seed, quiet, PLANS.get(2), today(clock)));
      }
      RunningDashboard dashboard =
          RunningDashboard.start(mongo.uri(), 1, clock, "--perennial.environment=development");
      for (int link = 0; link < LINKS; link++) {
        System.out.println(
            dashboard.address() + "/sign-in?token=" + seed.signInToken(clock.instant()).text());
      }
      new CountDownLatch(1).await();
    }
  }

  private static LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static void fill(Seed seed, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    seed.watermarks(now.minusSeconds(4));
    for (Plan plan : PLANS) {
      seed.insert("subscriptions", plan(seed, "alice", plan, today));
    }
    Random random = new Random(SEED);
    for (int back = MONTHS - 1; back >= 0; back--) {
      month(seed, YearMonth.from(today).minusMonths(back), today, back, random);
    }
    String[] states = {"SENT", "SENT", "UNKNOWN", "NO_DESTINATION", "VOIDED", "PENDING"};
    for (int index = 0; index < states.length; index++) {
      Plan plan = PLANS.get(index);
      seed.insert(
          "deliveries",
          seed.delivery(
              "alice",
              "d" + index,
              states[index],
              plan.name() + " renews in 7 days",
              now.minusSeconds(86_400L * index + 600)));
    }
  }

  private static Document plan(Seed seed, String subscriber, Plan plan, LocalDate today) {
    LocalDate due = today.withDayOfMonth(Math.min(plan.day(), 28));
    due = due.isBefore(today) ? due.plusMonths(1) : due;
    Document document =
        seed.subscription(subscriber, plan.id(), plan.name(), plan.price(), plan.currency())
            .append("category", plan.category())
            .append("zone", "Europe/Vienna")
            .append("nextRenewal", Seed.renewal(due.toString(), plan.price(), plan.currency()));
    document.get("billing", Document.class).append("anchor", Seed.date(due.toString()));
    Seed.schedule(document).append("anchor", Seed.date(due.minusMonths(MONTHS).toString()));
    document.append("paidSince", Seed.date(today.minusMonths(MONTHS).toString()));
    Seed.agreed(document).append("from", Seed.date(today.minusMonths(MONTHS).toString()));
    terms(document, plan.id(), due, today);
    return document;
  }

  /** What makes each of them another case. */
  private static void terms(Document document, String plan, LocalDate due, LocalDate today) {
    switch (plan) {
      case "netflix" ->
          document.append(
              "priceHistory",
              List.of(
                  from(today.minusDays(300), "17.99", "EUR"),
                  from(today.plusDays(40), "19.99", "EUR")));
      case "spotify" ->
          document
              .append(
                  "agreed",
                  Seed.agreed(document).append("shares", List.of(Seed.share("2026-01-10", 1, 3))))
              .append("share", new Document("part", 1).append("of", 3))
              .append("cancelBy", cancelBy(today.plusDays(3), due.plusMonths(1)));
      case "cloud" -> {
        document.append("status", "TRIALING").append("trialEnds", Seed.date(due.toString()));
        document.append("cancelBy", cancelBy(today, due)).remove("runRate");
      }
      case "news" -> document.append("status", "PAST_DUE").append("collection", "MANUAL");
      case "gym" -> {
        document.append("status", "PAUSED").remove("nextRenewal");
        document.append("resumesOn", Seed.date(due.plusMonths(1).toString())).remove("runRate");
        Seed.agreed(document).append("pauses", pause(today, due.plusMonths(1)));
      }
      case "phone" ->
          document
              .append("occurrences", 24)
              .append("notice", Seed.notice(3, "MONTH"))
              .append("cancelBy", cancelBy(due.plusMonths(1), due.plusMonths(4)));
      case "power" -> estimated(document);
      case "manga" -> document.append("status", "CANCELLED");
      case "insurance" -> yearly(document);
      default -> {}
    }
  }

  private static void estimated(Document document) {
    document
        .append("price", new Document("kind", "VARIABLE").append("amount", POWER))
        .append("priceHistory", List.of(Seed.priceFrom("2025-01-31", "VARIABLE", "118.00", "EUR")))
        .append("estimate", Seed.amount("118.00", "EUR"))
        .append("runRate", Seed.amount("39.33", "EUR"))
        .get("nextRenewal", Document.class)
        .append("estimated", true);
    document.get("billing", Document.class).append("every", 3);
    Seed.schedule(document).append("every", 3);
    Seed.agreed(document)
        .append("estimates", List.of(Seed.estimate("2025-01-31", "118.00", "EUR")));
  }

  private static void yearly(Document document) {
    document.get("billing", Document.class).append("unit", "YEAR");
    Seed.schedule(document).append("unit", "YEAR");
    document.append("runRate", Seed.amount("17.70", "CHF"));
  }

  private static List<Document> pause(LocalDate from, LocalDate until) {
    return List.of(
        new Document("from", Seed.date(from.toString()))
            .append("until", Seed.date(until.toString())));
  }

  private static Document cancelBy(LocalDate on, LocalDate renewal) {
    return Seed.cancelBy(on.toString(), renewal.toString());
  }

  private static Document from(LocalDate day, String value, String currency) {
    return Seed.priceFrom(day.toString(), "FIXED", value, currency);
  }

  private static void month(Seed seed, YearMonth month, LocalDate today, int back, Random random) {
    List<Document> days = new ArrayList<>();
    List<Document> home = new ArrayList<>();
    List<Document> unconverted = new ArrayList<>();
    for (Plan plan : PLANS) {
      LocalDate paid = month.atDay(Math.min(plan.day(), month.lengthOfMonth()));
      boolean utility = plan.id().equals("power");
      if (paid.isAfter(today)
          || plan.id().equals("insurance")
          || (utility && back % 3 != 0)
          || random.nextInt(12) == 0) {
        continue;
      }
      String price = utility ? random.nextInt(80, 160) + ".40" : plan.price();
      seed.insert("payments", payment(seed, plan, month, paid, price, random));
      Document day = Seed.day(paid.getDayOfMonth(), plan.category(), plan.currency(), price);
      days.add(day);
      if (plan.currency().equals("JPY")) {
        unconverted.add(day);
      } else {
        home.add(atHome(day, price));
      }
    }
    seed.insert(
        "subscriber-totals",
        seed.totals("alice", month.toString(), days.toArray(Document[]::new))
            .append("home", home)
            .append("unconverted", unconverted));
  }

  /** A dollar or a franc is taken for a euro: it is only to look at. */
  private static Document atHome(Document day, String price) {
    return Seed.day(day.getInteger("day"), day.getString("category"), "EUR", price);
  }

  private static Document payment(
      Seed seed, Plan plan, YearMonth month, LocalDate paid, String price, Random random) {
    String id = plan.id() + "-" + month;
    Document payment =
        seed.payment("alice", plan.id(), id, paid.toString(), Seed.amount(price, plan.currency()))
            .append("category", plan.category())
            .append("matches", Seed.date(paid.toString()));
    return switch (random.nextInt(12)) {
      case 0 -> payment.append("status", "FAILED");
      case 1 -> payment.append("status", "VOIDED");
      case 2, 3 -> counted(payment, paid, price, plan.currency()).append("corrected", true);
      default -> counted(payment, paid, price, plan.currency());
    };
  }

  private static Document counted(Document payment, LocalDate paid, String price, String currency) {
    String id = payment.getString("paymentId");
    return payment.append(
        "events",
        List.of(SeedPayment.event("payment.succeeded", id, paid.toString(), price, currency)));
  }
}
