package dev.perennial.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contracts.control.SignInToken;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignInTest extends DashboardTest {

  @Test
  void aLinkSignsInOnce() {
    SignInToken token = seed.signInToken(NOW);

    HttpResponse<String> first = dashboard.signIn(token.text());
    assertThat(first.statusCode()).isEqualTo(302);
    assertThat(dashboard.get("/").statusCode()).isEqualTo(200);

    dashboard.newBrowser();
    HttpResponse<String> second = dashboard.signIn(token.text());
    assertThat(second.statusCode()).isEqualTo(401);
    assertThat(second.body()).contains("This link is used up");
    assertThat(dashboard.get("/").statusCode()).isEqualTo(401);
  }

  @Test
  void openingTheLinkAloneBurnsNothing() {
    SignInToken token = seed.signInToken(NOW);

    dashboard.get("/sign-in?token=" + token.text());
    dashboard.get("/sign-in?token=" + token.text());

    assertThat(dashboard.signIn(token.text()).statusCode()).isEqualTo(302);
  }

  @Test
  void anExpiredLinkIsRefused() {
    SignInToken token = seed.signInToken(NOW.minus(Duration.ofHours(1)));

    assertThat(dashboard.signIn(token.text()).statusCode()).isEqualTo(401);
  }

  @Test
  void aForgedFormIsRefused() {
    SignInToken token = seed.signInToken(NOW);

    assertThat(dashboard.post("/sign-in", Map.of("token", token.text())).statusCode())
        .isEqualTo(403);
    assertThat(dashboard.signIn(token.text()).statusCode()).isEqualTo(302);
  }

  @Test
  void theSessionsCookieIsOutOfReachOfScriptsAndOtherSites() {
    HttpResponse<String> answer = dashboard.signIn(seed.signInToken(NOW).text());

    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
        .contains("HttpOnly", "SameSite=Lax");
  }

  @Test
  void whoIsNotSignedInLearnsHowToGetALink() {
    HttpResponse<String> answer = dashboard.get("/subscribers/alice");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("You are not signed in", "sign-in link");
  }

  @Test
  void aPanelWithoutASessionHasThePageLoadAgain() {
    HttpResponse<String> answer =
        dashboard.get("/ui/subscribers/alice/panels/summary", "HX-Request", "true");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("HX-Refresh")).hasValue("true");
  }

  @Test
  void signingOutEndsTheSession() {
    signIn();
    String page = dashboard.get("/").body();

    dashboard.post("/sign-out", Map.of("_csrf", RunningDashboard.csrf(page)));

    assertThat(dashboard.get("/").statusCode()).isEqualTo(401);
  }
}
