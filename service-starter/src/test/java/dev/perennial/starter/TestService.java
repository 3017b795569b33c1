package dev.perennial.starter;

import dev.perennial.contracts.control.Scope;
import dev.perennial.contracts.topic.TopicDeclaration;
import dev.perennial.starter.access.Caller;
import dev.perennial.starter.access.RequiresScope;
import dev.perennial.starter.health.RequiredTopics;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service as others build one on the starter, as a process of real HTTP. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({TestService.Open.class, TestService.Closed.class})
public class TestService {

  public static ConfigurableApplicationContext start(String... settings) {
    String[] arguments =
        Stream.concat(
                Stream.of("server.port=0", "management.server.port=0", "server.address=127.0.0.1"),
                Arrays.stream(settings))
            .map(setting -> "--" + setting)
            .toArray(String[]::new);
    return new SpringApplicationBuilder(TestService.class).run(arguments);
  }

  @Bean
  RequiredTopics requiredTopics(@Value("${test.topic:absent}") String topic) {
    return new RequiredTopics(List.of(new TopicDeclaration(topic, 3, Map.of())));
  }

  @RestController
  static class Open {

    @PostMapping(
        path = "/length",
        consumes = "application/octet-stream",
        produces = "application/json")
    Map<String, Integer> length(@RequestBody byte[] body) {
      return Map.of("length", body.length);
    }

    @GetMapping("/asked")
    String asked(@RequestParam(defaultValue = "nothing") String what) {
      return what;
    }

    /** Whole answers go another way through Spring than bodies alone: it flushes them. */
    @PostMapping(path = "/whole", consumes = "application/octet-stream")
    ResponseEntity<Map<String, Integer>> whole(@RequestBody byte[] body) {
      return ResponseEntity.ok(Map.of("length", body.length));
    }

    @GetMapping("/fail")
    String fail() {
      throw new IllegalStateException("the secret of the day");
    }

    @GetMapping(path = "/seen", produces = "application/json")
    Map<String, String> seen(HttpServletRequest request) {
      return Map.of("address", request.getRemoteAddr(), "url", request.getRequestURL().toString());
    }

    @GetMapping("/forgotten")
    String forgotten(Caller caller) {
      return caller.tenantId();
    }
  }

  @RestController
  @RequiresScope(Scope.READ)
  static class Closed {

    @GetMapping(path = "/tenant", produces = "application/json")
    Map<String, String> tenant(Caller caller) {
      return Map.of("tenant", caller.tenantId());
    }

    @PostMapping("/write")
    @RequiresScope(Scope.EVENTS_WRITE)
    String write() {
      return "written";
    }
  }
}
