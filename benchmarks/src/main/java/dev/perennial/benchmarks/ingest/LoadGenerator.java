package dev.perennial.benchmarks.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends events, in a process and a thread of its own: one thread waits for all connections, so that
 * little of the machine goes into sending. Its first line of input is the API key, every other an
 * {@link Order}, which a line of {@link Figures} answers; it ends with its input.
 */
public final class LoadGenerator {

  private static final int READ_AT_ONCE = 64 * 1024;
  private static final long LOOK_AROUND_MILLIS = 100;

  /** For the last answers. */
  private static final long PATIENCE = Duration.ofSeconds(30).toNanos();

  private final String key;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(READ_AT_ONCE);
  private final byte[] bytes = new byte[READ_AT_ONCE];
  private long next;

  LoadGenerator(String key) {
    this.key = key;
  }

  public static void main(String[] args) throws IOException {
    BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    LoadGenerator generator = new LoadGenerator(orders.readLine());
    for (String order = orders.readLine(); order != null; order = orders.readLine()) {
      System.out.println(generator.answer(Order.parse(order)));
    }
  }

  private String answer(Order order) {
    try {
      return "done " + run(order).text();
    } catch (IOException failure) {
      return "failed " + String.valueOf(failure.getMessage()).replaceAll("\\s+", " ");
    }
  }

  Figures run(Order order) throws IOException {
    long cpu = cpu();
    long from = System.nanoTime() + Duration.ofMillis(order.warmUp()).toNanos();
    long to = from + Duration.ofMillis(order.measured()).toNanos();
    Window window = new Window(from, to);
    next = order.first();
    try (Selector selector = Selector.open()) {
      try {
        send(selector, senders(order, selector, window), to + PATIENCE);
      } finally {
        // Where something failed: what is done has closed its own.
        for (SelectionKey connection : selector.keys()) {
          connection.channel().close();
        }
      }
    }
    return window.figures(cpu() - cpu);
  }

  private List<Sender> senders(Order order, Selector selector, Window window) throws IOException {
    Payment payment = new Payment(order.time());
    Form form = order.form();
    String request = form.request(payment, key);
    List<Sender> senders = new ArrayList<>();
    for (int connection = 0; connection < order.connections(); connection++) {
      senders.add(
          form == Form.NDJSON
              ? new LineSender(
                  selector, order.port(), form.head(key), request, payment, this::number, window)
              : new RequestSender(selector, order.port(), request, payment, this::number, window));
    }
    return senders;
  }

  private long number() {
    return next++;
  }

  private void send(Selector selector, List<Sender> senders, long deadline) throws IOException {
    for (Sender sender : senders) {
      sender.begin();
    }
    int open = senders.size();
    while (open > 0) {
      selector.select(LOOK_AROUND_MILLIS);
      for (SelectionKey key : selector.selectedKeys()) {
        Sender sender = (Sender) key.attachment();
        sender.ready(buffer, bytes);
        open -= sender.isDone() ? 1 : 0;
      }
      selector.selectedKeys().clear();
      if (System.nanoTime() - deadline > 0) {
        throw new IOException(open + " connections were not answered in time");
      }
    }
  }

  private static long cpu() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime();
  }
}
