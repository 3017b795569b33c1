package dev.perennial.operations.connect;

import java.util.List;

/**
 * A connector as its worker sees it.
 *
 * @param state RUNNING, PAUSED, STOPPED, FAILED, UNASSIGNED or RESTARTING
 */
public record ConnectorStatus(String name, String state, List<Task> tasks) {

  private static final String RUNNING = "RUNNING";
  private static final String FAILED = "FAILED";

  public ConnectorStatus {
    tasks = List.copyOf(tasks);
  }

  /**
   * One of a connector's tasks.
   *
   * @param reason the first line of what made it fail; empty where it did not
   */
  public record Task(int id, String state, String reason) {}

  /** The connector runs, and so does each of its tasks, of which there is at least one. */
  public boolean running() {
    return state.equals(RUNNING)
        && !tasks.isEmpty()
        && tasks.stream().allMatch(task -> task.state().equals(RUNNING));
  }

  public boolean failed() {
    return state.equals(FAILED) || tasks.stream().anyMatch(task -> task.state().equals(FAILED));
  }

  /** One line for people. */
  public String text() {
    StringBuilder text = new StringBuilder(name).append(' ').append(state);
    tasks.forEach(
        task -> {
          text.append(", task ").append(task.id()).append(' ').append(task.state());
          if (!task.reason().isEmpty()) {
            text.append(" (").append(task.reason()).append(')');
          }
        });
    return text.toString();
  }
}
