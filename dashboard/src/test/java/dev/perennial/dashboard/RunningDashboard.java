package dev.perennial.dashboard;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The dashboard on a free port, with a browser-like client that keeps its cookies. */
final class RunningDashboard implements AutoCloseable {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private final ConfigurableApplicationContext context;
  private final int port;
  private HttpClient client = newClient();

  private RunningDashboard(ConfigurableApplicationContext context) {
    this.context = context;
    this.port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  static RunningDashboard start(String mongoUri, int epoch, Clock clock, String... more) {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.add("--server.port=0");
    arguments.add("--perennial.mongodb.uri=" + mongoUri);
    arguments.add("--perennial.epoch=" + epoch);
    SpringApplicationBuilder application =
        new SpringApplicationBuilder(Dashboard.class)
            .initializers(
                context -> context.getBeanFactory().registerSingleton("testClock", clock));
    return new RunningDashboard(application.run(arguments.toArray(String[]::new)));
  }

  String address() {
    return "http://127.0.0.1:" + port;
  }

  /** A metric that goes up and down. */
  double gauge(String name) {
    return context.getBean(MeterRegistry.class).get(name).gauge().value();
  }

  /** Forgets all cookies. */
  void newBrowser() {
    client = newClient();
  }

  HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  /** Asks without waiting for the answer. */
  CompletableFuture<HttpResponse<String>> ask(String path, String... headers) {
    return client.sendAsync(request(path, headers).build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
    String body =
        form.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request(path, headers)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Opens the link and presses its button, as a person does. */
  HttpResponse<String> signIn(String token) {
    String csrf = csrf(get("/sign-in?token=" + encode(token)).body());
    return post("/sign-in", Map.of("token", token, "_csrf", csrf));
  }

  static String csrf(String page) {
    Matcher found = CSRF.matcher(page);
    if (!found.find()) {
      throw new AssertionError("The page has no form with a CSRF token");
    }
    return found.group(1);
  }

  @Override
  public void close() {
    context.close();
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new AssertionError("No answer", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static HttpClient newClient() {
    return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  }
}
