package dev.perennial.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.perennial.standalone.oracle.Expected;
import dev.perennial.standalone.platform.Platform;
import dev.perennial.standalone.platform.Service;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a person reads on the page is what the oracle says, to the last digit. */
@Order(5)
@ExtendWith(LoadedPlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardPageTest {

  private static final Path PICTURES =
      Path.of(System.getProperty("perennial.home"), "system-tests", "target", "screenshots");
  private static final double PANELS_LOAD_WITHIN_MS = 60_000;
  private static final int RENEWALS_SHOWN_FOR_DAYS = 30;

  private final Platform platform;
  private final Expected expected;
  private final List<String> complaints = new ArrayList<>();
  private final Browser browser = Browser.launch();
  private final BrowserContext context;
  private final Page page;

  DashboardPageTest(LoadedPlatform.Loaded loaded) {
    this.platform = loaded.platform();
    this.expected = platform.expected(loaded.events(), loaded.sample().destinations());
    this.context =
        browser
            .get()
            .newContext(
                new com.microsoft.playwright.Browser.NewContextOptions()
                    .setViewportSize(1440, 1000));
    this.page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
  }

  @BeforeAll
  void signIn() {
    page.navigate(platform.signInLink(Duration.ofMinutes(5)).toString());
    page.locator("button[type=submit]").click();
    page.waitForURL(url -> !url.contains("sign-in"));
  }

  @AfterAll
  void close() {
    context.close();
    browser.close();
  }

  @Test
  void theFiguresOfThePageAreTheOraclesDecimals() {
    for (String subscriber : subscribersWithSpend()) {
      open(subscriber);

      assertThat(categories()).as(subscriber).isEqualTo(expectedCategories(subscriber));
      assertThat(sums()).as(subscriber).isEqualTo(expectedSums(subscriber));
      assertThat(renewals()).as(subscriber).isEqualTo(expectedRenewals(subscriber));
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void thePageIsReadableInTheDarkAndOnAPhone() {
    open(subscribersWithSpend().getFirst());
    picture("dashboard-light");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    open(subscribersWithSpend().getFirst());
    picture("dashboard-dark");
    page.setViewportSize(360, 780);
    open(subscribersWithSpend().getFirst());
    picture("dashboard-phone");
    Object overflow =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    page.setViewportSize(1440, 1000);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));

    assertThat(overflow).isEqualTo(0);
    assertThat(complaints).isEmpty();
  }

  @Test
  void theMailPageShowsWhatTheMailServerReceived() {
    page.navigate(platform.url(Service.DASHBOARD).resolve("/mail").toString());
    String text = page.locator("body").innerText();
    picture("mail");

    assertThat(text).contains(platform.mails().getFirst().subject());
    assertThat(complaints).isEmpty();
  }

  private void open(String subscriber) {
    String path = "/subscribers/" + DashboardApi.segment(subscriber);
    page.navigate(platform.url(Service.DASHBOARD).resolve(path).toString());
    // The page's own policy forbids what waitForFunction needs, and that is as it should be.
    PlaywrightAssertions.assertThat(page.locator("[data-panel][aria-busy=true]"))
        .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(PANELS_LOAD_WITHIN_MS));
  }

  private void picture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(PICTURES.resolve(name + ".png"))
            .setAnimations(com.microsoft.playwright.options.ScreenshotAnimations.DISABLED));
  }

  /** Those who pay in most currencies first, and one who pays in yen. */
  private List<String> subscribersWithSpend() {
    Map<String, Integer> currencies = new TreeMap<>();
    expected
        .collection(Expected.SUBSCRIPTIONS)
        .values()
        .forEach(
            document -> {
              String subscriber = (String) document.get("subscriberId");
              int spent = expectedSums(Objects.requireNonNull(subscriber)).size();
              if (spent > 0) {
                currencies.put(subscriber, spent);
              }
            });
    List<String> chosen =
        new ArrayList<>(
            currencies.keySet().stream()
                .sorted(Comparator.comparing(currencies::get).reversed())
                .limit(3)
                .toList());
    currencies.keySet().stream()
        .filter(subscriber -> expectedSums(subscriber).containsKey("JPY"))
        .limit(1)
        .forEach(chosen::add);
    return chosen;
  }

  private Map<String, String> expectedCategories(String subscriber) {
    Map<String, String> lines = new TreeMap<>();
    for (Map<?, ?> line : lines(subscriber)) {
      lines.put(
          line.get("currency") + " " + line.get("category"),
          ((BigDecimal) Objects.requireNonNull(line.get("amount"))).toPlainString());
    }
    return lines;
  }

  private Map<String, String> expectedSums(String subscriber) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (Map<?, ?> line : lines(subscriber)) {
      sums.merge((String) line.get("currency"), (BigDecimal) line.get("amount"), BigDecimal::add);
    }
    Map<String, String> texts = new TreeMap<>();
    sums.forEach((currency, sum) -> texts.put(currency, sum.toPlainString()));
    return texts;
  }

  private List<Map<?, ?>> lines(String subscriber) {
    String id = platform.tenantId() + "|" + subscriber + "|" + YearMonth.from(today(subscriber));
    Map<String, Object> total = expected.collection(Expected.TOTALS).get(id);
    List<Map<?, ?>> lines = new ArrayList<>();
    if (total != null && total.get("lines") instanceof List<?> all) {
      all.forEach(line -> lines.add((Map<?, ?>) line));
    }
    return lines;
  }

  private Map<String, String> expectedRenewals(String subscriber) {
    LocalDate last = today(subscriber).plusDays(RENEWALS_SHOWN_FOR_DAYS);
    Map<String, String> renewals = new TreeMap<>();
    for (Map<String, Object> document : expected.collection(Expected.SUBSCRIPTIONS).values()) {
      if (subscriber.equals(document.get("subscriberId"))
          && document.get("nextRenewal") instanceof Map<?, ?> renewal
          && !dayOf((Instant) Objects.requireNonNull(renewal.get("dueOn"))).isAfter(last)
          && renewal.get("amount") instanceof Map<?, ?> amount) {
        renewals.put(
            (String) Objects.requireNonNull(document.get("subscriptionId")),
            ((BigDecimal) Objects.requireNonNull(amount.get("value"))).toPlainString());
      }
    }
    return renewals;
  }

  private static LocalDate dayOf(Instant midnight) {
    return midnight.atZone(ZoneOffset.UTC).toLocalDate();
  }

  private LocalDate today(String subscriber) {
    String zone =
        expected.collection(Expected.SUBSCRIPTIONS).values().stream()
            .filter(document -> subscriber.equals(document.get("subscriberId")))
            .map(document -> (String) document.get("zone"))
            .findFirst()
            .orElse("UTC");
    return Clock.systemUTC()
        .instant()
        .atZone(ZoneId.of(Objects.requireNonNull(zone)))
        .toLocalDate();
  }

  private Map<String, String> categories() {
    Map<String, String> rows = new TreeMap<>();
    for (Locator block : page.locator("#panel-categories article").all()) {
      for (Locator row : block.locator("tbody tr").all()) {
        String value = value(row.locator("td").first());
        if (new BigDecimal(value).signum() != 0) {
          rows.put(
              block.getAttribute("data-currency") + " " + row.getAttribute("data-category"), value);
        }
      }
    }
    return rows;
  }

  private Map<String, String> sums() {
    Map<String, String> sums = new TreeMap<>();
    for (Locator block : page.locator("#panel-summary article:not([data-home])").all()) {
      String value = value(block.locator("[data-figure=this-month]"));
      if (new BigDecimal(value).signum() != 0) {
        sums.put(block.getAttribute("data-currency"), value);
      }
    }
    return sums;
  }

  private Map<String, String> renewals() {
    Map<String, String> renewals = new TreeMap<>();
    for (Locator row : page.locator("#panel-renewals li[data-subscription]").all()) {
      renewals.put(row.getAttribute("data-subscription"), value(row));
    }
    return renewals;
  }

  private static String value(Locator place) {
    return place.locator("[data-value]").first().getAttribute("data-value");
  }
}
