package dev.perennial.operations.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.WithBackends;
import dev.perennial.contracts.control.ApiKeyToken;
import dev.perennial.contracts.control.ControlDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithBackends(Backend.MONGODB)
class KeysCommandTest {

  private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");

  private final OperatorDesk desk = new OperatorDesk();
  private final String uri;

  KeysCommandTest(Backends backends) {
    uri = backends.mongodb().uri();
  }

  @BeforeEach
  void oneTenant() {
    try (MongoClient client = MongoClients.create(uri)) {
      client.getDatabase(ControlDatabase.NAME).drop();
    }
    run(NOW, "tenants", "create", "acme");
  }

  @Test
  void rotateShouldShowTheNewKeyAloneAndSayWhenTheOldOneEnds() {
    String old = created();

    assertThat(run(NOW, "keys", "rotate", prefix(old), "--overlap=2h")).isZero();

    String successor = desk.out().strip();
    assertThat(ApiKeyToken.parse(successor)).isPresent();
    assertThat(desk.err())
        .contains(prefix(old) + " expires 2026-11-28T10:00:00Z", "created " + prefix(successor))
        .doesNotContain(successor);
    run(NOW, "keys", "list", "acme");
    assertThat(desk.out().lines())
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith(prefix(old) + "\t")
                    .contains("expires 2026-11-28T10:00:00Z", "successor " + prefix(successor)))
        .anySatisfy(line -> assertThat(line).startsWith(prefix(successor) + "\tacme\tbilling"));
    assertThat(desk.out()).doesNotContain(successor, old);
  }

  @Test
  void rotateShouldGiveAKeyThatIsAboutToExpireItsWholeLifeAgainOrTheGivenOne() {
    String old = created("--expires=2026-12-28T08:00:00Z");
    Instant lastHour = NOW.plus(Duration.ofDays(30)).minusSeconds(3_600);

    assertThat(run(lastHour, "keys", "rotate", prefix(old))).isZero();

    assertThat(desk.err())
        .contains(prefix(old) + " expires 2026-12-28T08:00:00Z", "expires 2027-01-27T07:00:00Z");
    String next = prefix(desk.out().strip());
    assertThat(run(lastHour, "keys", "rotate", next, "--expires=2026-12-28T07:00:00Z")).isOne();
    assertThat(desk.err()).contains("A key expires in the future");
    assertThat(run(lastHour, "keys", "rotate", next, "--expires=2028-01-01T00:00:00Z")).isZero();
    assertThat(desk.err()).contains("expires 2028-01-01T00:00:00Z");
  }

  @Test
  void rotateShouldSayInOneLineWhyNot() {
    String old = prefix(created());
    assertThat(run(NOW, "keys", "rotate", old, "--overlap=31d")).isOne();
    assertThat(desk.err().strip()).isEqualTo("perennial: An overlap is 0 to 30 days");
    assertThat(run(NOW, "keys", "rotate", old, "--overlap=-1h")).isOne();
    assertThat(run(NOW, "keys", "rotate", old, "--overlap=9999999999999999999h")).isEqualTo(2);
    assertThat(desk.err()).contains("A duration is such as");
    run(NOW, "keys", "rotate", old);
    assertThat(run(NOW, "keys", "rotate", old)).isOne();
    assertThat(desk.err()).contains("has a successor already").hasLineCount(1);
    run(NOW, "keys", "revoke", old);
    assertThat(run(NOW, "keys", "rotate", "abcdefgh")).isOne();
    assertThat(desk.err()).contains("no key of that prefix");
  }

  @Test
  void aKeysOwnLimitsShouldBeListedAndInherited() {
    String old = created("--limit=events=500,bytes=1000000", "--limit=requests=5");
    assertThat(desk.err()).contains("\tlimits requests=5,events=500,bytes=1000000");
    run(NOW, "keys", "rotate", prefix(old));
    run(NOW, "keys", "list");
    assertThat(desk.out().lines())
        .hasSize(2)
        .allMatch(
            line ->
                line.endsWith("limits requests=5,events=500,bytes=1000000")
                    || line.contains("limits requests=5,events=500,bytes=1000000\t"));
  }

  @Test
  void createShouldRefuseLimitsThatAreNone() {
    refused("moons=5", 1, "Limits are requests, events and bytes");
    refused("events=0", 1, "1 to 1000000000 a second");
    refused("events=1000000001", 1, "1 to 1000000000 a second");
    refused("events=many", 2, "'many' is not a long");
    refused("events", 2, "KIND=N");
    run(NOW, "keys", "list");
    assertThat(desk.out()).isEmpty();
  }

  private void refused(String limit, int code, String why) {
    assertThat(run(NOW, "keys", "create", "acme", "--name=x", "--scope=read", "--limit=" + limit))
        .isEqualTo(code);
    assertThat(desk.err()).contains(why);
  }

  @Test
  void aNameShouldNotReachIntoTheNextLine() {
    assertThat(run(NOW, "keys", "create", "acme", "--name=a\nb", "--scope=read")).isOne();
    assertThat(desk.err()).contains("A key's name has 1 to 128 visible characters");
  }

  private String created(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of("keys", "create", "acme", "--name=billing", "--scope=events:write"));
    all.addAll(List.of(more));
    assertThat(run(NOW, all.toArray(String[]::new))).as(desk.err()).isZero();
    return desk.out().strip();
  }

  private static String prefix(String key) {
    return ApiKeyToken.parse(key).orElseThrow().prefix();
  }

  private int run(Instant at, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--mongodb=" + uri);
    return desk.run(at, all);
  }
}
