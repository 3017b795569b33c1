package dev.perennial.starter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.starter.Http;
import dev.perennial.starter.TestService;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

class TrustedProxiesTest {

  private static ConfigurableApplicationContext behind;
  private static ConfigurableApplicationContext exposed;

  @BeforeAll
  static void start() {
    behind =
        TestService.start("perennial.web.trusted-proxies=127.0.0.0/8,10.0.0.0/8,2001:db8::/32");
    // There the framework would take the loopback for a proxy by itself.
    exposed =
        TestService.start(
            "perennial.web.trusted-proxies=10.0.0.0/8", "spring.main.cloud-platform=kubernetes");
  }

  @AfterAll
  static void stop() {
    behind.close();
    exposed.close();
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.9, 203.0.113.9",
    "'198.51.100.1, 203.0.113.9', 203.0.113.9",
    "'198.51.100.1, 203.0.113.9, 10.1.2.3', 203.0.113.9",
    "'203.0.113.9, 2001:db8::7, 10.1.2.3', 203.0.113.9",
    "'10.9.9.9, 10.1.2.3', 10.9.9.9",
    "2001:db9::7, 2001:db9::7",
  })
  void shouldTakeTheRightMostAddressThatIsNoProxyOfOurs(String chain, String client) {
    assertThat(seen(behind, "X-Forwarded-For", chain).path("address").stringValue())
        .isEqualTo(client);
  }

  @Test
  void shouldTakeSchemeAndHostToo() {
    String[] headers = {
      "X-Forwarded-For", "203.0.113.9",
      "X-Forwarded-Proto", "https",
      "X-Forwarded-Host", "perennial.example"
    };
    assertThat(seen(behind, headers).path("url").stringValue())
        .isEqualTo("https://perennial.example/seen");
  }

  @Test
  void shouldTakeNothingFromAnybodyElse() {
    String[] headers = {
      "X-Forwarded-For", "203.0.113.9",
      "X-Forwarded-Proto", "https",
      "X-Forwarded-Host", "perennial.example",
      "Forwarded", "for=203.0.113.9;proto=https;host=perennial.example"
    };
    JsonNode seen = seen(exposed, headers);
    assertThat(seen.path("address").stringValue()).isEqualTo("127.0.0.1");
    assertThat(seen.path("url").stringValue()).startsWith("http://127.0.0.1:");
  }

  /** Nobody's proxy here sends it. */
  @Test
  void shouldNotGoByForwardedAlsoFromAProxy() {
    JsonNode seen = seen(behind, "Forwarded", "for=203.0.113.9;proto=https");
    assertThat(seen.path("address").stringValue()).isEqualTo("127.0.0.1");
  }

  @Test
  void shouldAskForStrictTransportOverTlsAlone() {
    HttpResponse<String> plain = Http.service(behind).get("/seen");
    assertThat(plain.headers().firstValue("Strict-Transport-Security")).isEmpty();
    HttpResponse<String> secure =
        Http.service(behind)
            .get("/nowhere", "X-Forwarded-For", "203.0.113.9", "X-Forwarded-Proto", "https");
    assertThat(secure.headers().firstValue("Strict-Transport-Security"))
        .contains("max-age=31536000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.1", "proxy.example", "10.0.0.0/33", "10.0.0.0/x", "/8"})
  void whatIsNoNetworkShouldNameTheProperty(String network) {
    assertThatThrownBy(() -> new TrustedProxies(Set.of(network)))
        .hasMessageContaining("perennial.web.trusted-proxies");
  }

  private static JsonNode seen(ConfigurableApplicationContext service, String... headers) {
    return Http.json(Http.service(service).get("/seen", headers));
  }
}
