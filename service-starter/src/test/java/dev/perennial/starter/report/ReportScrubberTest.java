package dev.perennial.starter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentry.Breadcrumb;
import io.sentry.Hint;
import io.sentry.SentryEvent;
import io.sentry.protocol.Request;
import io.sentry.protocol.User;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportScrubberTest {

  @Test
  void shouldLeaveOnlyTheMethodOfARequest() {
    Request request = new Request();
    request.setMethod("POST");
    request.setUrl("https://x/v1/events");
    request.setQueryString("token=secret");
    request.setHeaders(Map.of("Authorization", "Bearer pk_secret"));
    request.setCookies("session=secret");
    request.setData("{\"name\":\"secret\"}");
    SentryEvent event = new SentryEvent(new IllegalStateException("fault"));
    event.setRequest(request);
    event.setUser(new User());
    event.setBreadcrumbs(List.of(new Breadcrumb("secret")));

    SentryEvent scrubbed = new ReportScrubber().execute(event, new Hint());

    Request expected = new Request();
    expected.setMethod("POST");
    assertThat(scrubbed.getRequest()).isEqualTo(expected);
    assertThat(scrubbed.getUser()).isNull();
    assertThat(scrubbed.getBreadcrumbs()).isNullOrEmpty();
    assertThat(scrubbed.getThrowable()).hasMessage("fault");
  }
}
