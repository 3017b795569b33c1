package dev.perennial.ingest.pressure;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.WithBackends;
import dev.perennial.contracts.control.Scope;
import dev.perennial.ingest.Events;
import dev.perennial.ingest.EventsTopic;
import dev.perennial.ingest.Service;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

@WithBackends({Backend.KAFKA, Backend.MONGODB})
class RequestBoundTest {

  @Test
  void shouldRefuseBeforeTheBodyIsReadAndGiveRoomBack(Backends backends) throws IOException {
    String broker = backends.kafka().bootstrapServers();
    try (EventsTopic topic = EventsTopic.open(broker);
        Service service =
            Service.start(broker, backends.mongodb().uri(), "perennial.ingest.max-requests=1");
        Socket slow = new Socket("127.0.0.1", service.events().getPort())) {
      slow.getOutputStream().write(headOfTwoBytes(service.key()));
      slow.getOutputStream().write('{');
      await().until(() -> service.metrics().contains("in_flight_requests 1.0"));
      long before = topic.size();
      HttpResponse<String> refused = service.post(Events.STRUCTURED, Events.started("r-1"));
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(Service.json(refused).path("code").stringValue()).isEqualTo("busy");
      assertThat(refused.headers().firstValue("Retry-After")).contains("2");
      assertThat(topic.size()).isEqualTo(before);
      slow.getOutputStream().write('{');
      byte[] answer = slow.getInputStream().readAllBytes();
      assertThat(new String(answer, US_ASCII)).startsWith("HTTP/1.1 400 ");
      await()
          .until(() -> service.post(Events.STRUCTURED, Events.started("r-2")).statusCode() == 202);
      String noScope = service.newKey("acme", Scope.READ);
      for (int i = 0; i < 3; i++) {
        int status =
            service
                .postWith(noScope, "/v1/events", Events.STRUCTURED, Events.started("r-3"))
                .statusCode();
        assertThat(status).isEqualTo(403);
      }
      assertThat(service.post(Events.STRUCTURED, Events.started("r-4")).statusCode())
          .isEqualTo(202);
    }
  }

  private static byte[] headOfTwoBytes(String key) {
    return String.join(
            "\r\n",
            "POST /v1/events HTTP/1.1",
            "Host: 127.0.0.1",
            "Connection: close",
            "Authorization: Bearer " + key,
            "Content-Type: " + Events.STRUCTURED,
            "Content-Length: 2",
            "\r\n")
        .getBytes(US_ASCII);
  }
}
