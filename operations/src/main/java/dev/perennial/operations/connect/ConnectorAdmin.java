package dev.perennial.operations.connect;

import dev.perennial.operations.Deadline;
import dev.perennial.operations.OperationException;
import dev.perennial.operations.Redaction;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Our connectors on a worker. */
public final class ConnectorAdmin {

  private final ConnectRest rest;

  /**
   * @param worker the REST interface's address, such as {@code http://127.0.0.1:8083}
   */
  public ConnectorAdmin(URI worker) {
    this.rest = new ConnectRest(worker);
  }

  /**
   * Gives the worker every connector of that epoch whose configuration differs from what it has.
   *
   * @param secrets on the worker's machine; {@link ConnectorSecrets} writes one
   * @param tasks of each connector, at least 1
   * @return what was done, a line each; empty where nothing differed
   */
  public List<String> apply(int epoch, Path secrets, int tasks) {
    return ConnectorConfigurations.all(new ConnectorSettings(epoch, secrets, tasks)).stream()
        .filter(this::differs)
        .map(this::put)
        .toList();
  }

  /** Of every connector on the worker, by name. */
  public List<ConnectorStatus> status() {
    JsonNode answer = rest.get("/connectors?expand=status").orElseThrow();
    Map<String, ConnectorStatus> byName = new TreeMap<>();
    answer
        .properties()
        .forEach(each -> byName.put(each.getKey(), statusOf(each.getValue().path("status"))));
    return List.copyOf(byName.values());
  }

  /** Restarts what has failed of it, and nothing else. */
  public void restartFailed(String connector) {
    restart(connector, true);
  }

  /** Restarts it and its tasks, which then read their secrets anew. */
  public void restart(String connector) {
    restart(connector, false);
  }

  /** Its tasks stop where they are; {@link #resume} lets them go on from there. */
  public void pause(String connector) {
    require(rest.put(path(connector) + "/pause", Map.of()).isPresent(), connector);
  }

  public void resume(String connector) {
    require(rest.put(path(connector) + "/resume", Map.of()).isPresent(), connector);
  }

  /**
   * Returns when every connector of the epoch and each of its tasks run.
   *
   * @throws OperationException where one of them does not within that time; says which, and why
   */
  public void waitUntilRunning(int epoch, Duration atMost) {
    List<String> names =
        ConnectorConfigurations.all(new ConnectorSettings(epoch, Path.of(""), 1)).stream()
            .map(ConnectorConfiguration::name)
            .toList();
    if (!Deadline.await(atMost, () -> runningNames().containsAll(names))) {
      throw new OperationException("Not running: " + notRunning());
    }
  }

  /** The connectors of an epoch that are on the worker. */
  public List<String> namesOf(int epoch) {
    String prefix = ConnectorConfigurations.prefix(epoch);
    return status().stream()
        .map(ConnectorStatus::name)
        .filter(name -> name.startsWith(prefix))
        .toList();
  }

  /** Its tasks end a little later. Does nothing where there is no such connector. */
  public void remove(String connector) {
    rest.delete(path(connector));
  }

  private List<String> runningNames() {
    return status().stream().filter(ConnectorStatus::running).map(ConnectorStatus::name).toList();
  }

  private String notRunning() {
    return status().stream()
        .filter(status -> !status.running())
        .map(ConnectorStatus::text)
        .collect(Collectors.joining("; "));
  }

  private boolean differs(ConnectorConfiguration wanted) {
    Map<String, String> present = new TreeMap<>();
    rest.get(path(wanted.name()) + "/config")
        .ifPresent(
            config ->
                config
                    .properties()
                    .forEach(each -> present.put(each.getKey(), each.getValue().asString())));
    present.remove("name");
    return !present.equals(wanted.settings());
  }

  private String put(ConnectorConfiguration wanted) {
    rest.put(path(wanted.name()) + "/config", wanted.settings());
    return "applied connector " + wanted.name();
  }

  private void restart(String connector, boolean onlyFailed) {
    String query = "/restart?includeTasks=true&onlyFailed=" + onlyFailed;
    require(rest.post(path(connector) + query).isPresent(), connector);
  }

  private static void require(boolean found, String connector) {
    if (!found) {
      throw new OperationException("There is no connector " + Redaction.oneLine(connector));
    }
  }

  private static String path(String connector) {
    return "/connectors/" + ConnectRest.part(connector);
  }

  private static ConnectorStatus statusOf(JsonNode status) {
    List<ConnectorStatus.Task> tasks = new ArrayList<>();
    status
        .path("tasks")
        .forEach(
            task ->
                tasks.add(
                    new ConnectorStatus.Task(
                        task.path("id").asInt(),
                        task.path("state").asString(),
                        firstLine(task.path("trace").asString("")))));
    return new ConnectorStatus(
        status.path("name").asString(), status.path("connector").path("state").asString(), tasks);
  }

  private static String firstLine(String trace) {
    return Redaction.oneLine(trace.lines().findFirst().orElse(""));
  }
}
