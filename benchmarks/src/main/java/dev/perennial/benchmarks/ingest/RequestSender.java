package dev.perennial.benchmarks.ingest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.util.List;
import java.util.function.LongSupplier;

/** Sends requests, each when the one before is answered with 202. */
final class RequestSender extends Sender {

  private static final int ACCEPTED = 202;
  private static final int QUOTED = 2_000;

  private final Payment payment;
  private final LongSupplier numbers;
  private final Window window;
  private final ByteBuffer request;
  private final List<Integer> places;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private long began;

  /**
   * @param form with places for the events' numbers
   */
  RequestSender(
      Selector selector,
      int port,
      String form,
      Payment payment,
      LongSupplier numbers,
      Window window)
      throws IOException {
    super(selector, port);
    this.payment = payment;
    this.numbers = numbers;
    this.window = window;
    this.request = ByteBuffer.allocateDirect(form.length()).put(form.getBytes(US_ASCII));
    this.places = payment.places(form);
  }

  @Override
  void begin() throws IOException {
    began = System.nanoTime();
    send();
  }

  private void send() throws IOException {
    for (int event = 0; event < places.size(); event++) {
      payment.number(request, places.get(event), numbers.getAsLong());
    }
    request.rewind();
    write(request, false);
  }

  @Override
  void writable() throws IOException {
    write(request, false);
  }

  @Override
  public void body(byte[] bytes, int from, int to) {
    if (said.size() < QUOTED) {
      said.write(bytes, from, Math.min(to - from, QUOTED));
    }
  }

  @Override
  public void ended(int status, boolean last) throws IOException {
    if (status != ACCEPTED) {
      throw new IOException("Status " + status + ": " + said.toString(US_ASCII));
    }
    said.reset();
    long now = System.nanoTime();
    window.accepted(places.size(), began, now);
    if (window.isOver(now)) {
      done();
      return;
    }
    began = now;
    if (last) {
      reconnect();
    }
    send();
  }
}
