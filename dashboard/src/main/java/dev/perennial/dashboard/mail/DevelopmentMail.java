package dev.perennial.dashboard.mail;

import dev.perennial.dashboard.DashboardSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Asks the development mail server what it received. */
@Component
class DevelopmentMail {

  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  private final Optional<RestClient> server;

  DevelopmentMail(DashboardSettings settings) {
    this.server = Optional.ofNullable(settings.mailApi()).map(DevelopmentMail::client);
  }

  /** Whether this installation was told of a mail server. */
  boolean isConfigured() {
    return server.isPresent();
  }

  /**
   * All messages, newest first; none without a server.
   *
   * @throws org.springframework.web.client.RestClientException if it does not answer in 3 s
   */
  List<Message> messages() {
    return server
        .map(client -> client.get().uri("/messages").retrieve().body(Message[].class))
        .map(List::of)
        .orElse(List.of())
        .stream()
        .sorted(Comparator.comparing(Message::receivedAt).reversed())
        .toList();
  }

  private static RestClient client(URI address) {
    JdkClientHttpRequestFactory requests =
        new JdkClientHttpRequestFactory(HttpClient.newBuilder().connectTimeout(TIMEOUT).build());
    requests.setReadTimeout(TIMEOUT);
    return RestClient.builder().baseUrl(address).requestFactory(requests).build();
  }
}
