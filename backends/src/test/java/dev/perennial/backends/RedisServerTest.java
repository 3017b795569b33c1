package dev.perennial.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

class RedisServerTest {
  @TempDir Path folder;

  @Test
  void restartsWithItsDataAndItsPassword() {
    try (var server = RedisServer.start(folder)) {
      var uri = server.uri();
      set(uri);

      server.restart();

      assertThat(server.uri()).isEqualTo(uri);
      assertThat(get(uri)).isEqualTo("first");
    }
  }

  @Test
  void refusesWhoHasNoPassword() {
    try (var server = RedisServer.start(folder)) {
      var anonymous = "redis://127.0.0.1:" + URI.create(server.uri()).getPort();

      assertThatThrownBy(() -> get(anonymous))
          .isInstanceOf(JedisException.class)
          .hasMessageContaining("NOAUTH");
    }
  }

  @Test
  void keepsItsPasswordOutOfTheProcessList() throws Exception {
    try (var server = RedisServer.start(folder)) {
      var password = Files.readString(folder.resolve("password"));

      assertThat(server.process().handle().info().commandLine().orElseThrow())
          .contains("redis-server")
          .doesNotContain(password);
    }
  }

  @Test
  void quotesItsLogWhenItDoesNotStart() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> RedisServer.start(folder, taken.getLocalPort()))
          .isInstanceOf(StartupFailure.class)
          .hasMessageContaining("redis did not start")
          .hasMessageContaining("Address already in use");
    }
  }

  @Test
  void namesAPlatformItHasNoServerFor() {
    assertThat(RedisBinary.nameFor("Mac OS X", "aarch64")).endsWith("darwin-arm64");
    assertThatThrownBy(() -> RedisBinary.nameFor("Linux", "s390x"))
        .isInstanceOf(StartupFailure.class)
        .hasMessageContaining("Linux on s390x");
  }

  private static void set(String uri) {
    try (var client = RedisClient.create(uri)) {
      client.set("letter", "first");
    }
  }

  private static String get(String uri) {
    try (var client = RedisClient.create(uri)) {
      return client.get("letter");
    }
  }
}
