package dev.perennial.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithBackends(Backend.KAFKA)
class ConnectWorkerTest {
  @TempDir Path folder;

  @Test
  void answersWithAnEmptyPlugInFolderAndComesBackAfterKill(Backends backends) throws Exception {
    try (var worker = backends.connect(folder.resolve("plugins"), folder.resolve("secrets"))) {
      assertThat(backends.connect(folder.resolve("plugins"))).isSameAs(worker);
      assertThat(get(worker.restUri() + "/connectors")).isEqualTo("[]");
      assertThat(get(worker.restUri() + "/")).contains("4.2.2");

      worker.process().kill();
      assertThat(worker.process().isAlive()).isFalse();
      worker.restart();

      assertThat(get(worker.restUri() + "/connectors")).isEqualTo("[]");
    }
  }

  @Test
  void quotesItsLogWhenItDoesNotStart() {
    assertThatThrownBy(
            () ->
                ConnectWorker.start(
                    folder.resolve("connect"), "not an address", folder.resolve("p"), List.of()))
        .isInstanceOf(StartupFailure.class)
        .hasMessageContaining("connect did not start")
        .hasMessageContaining("bootstrap.servers");
  }

  private static String get(String uri) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(uri)).build();
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
  }
}
