package dev.perennial.benchmarks.ingest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One connection, which sends the next when the last is answered; made anew where it is closed. */
abstract class Sender implements Answers.Reader {

  private final Selector selector;
  private final InetSocketAddress address;
  private Answers answers = new Answers(this);
  private SelectionKey key;
  private boolean done;

  Sender(Selector selector, int port) throws IOException {
    this.selector = selector;
    this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    this.key = connect();
  }

  private SelectionKey connect() throws IOException {
    SocketChannel channel = SocketChannel.open(address);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    return channel.register(selector, SelectionKey.OP_READ, this);
  }

  /** Sends its first. */
  abstract void begin() throws IOException;

  /** Goes on with what is left to be written. */
  abstract void writable() throws IOException;

  /** Whether all was answered; nothing is ready then any more. */
  final boolean isDone() {
    return done;
  }

  /**
   * @param buffer for whatever is read
   */
  final void ready(ByteBuffer buffer, byte[] bytes) throws IOException {
    if (key.isReadable()) {
      readable(buffer, bytes);
    }
    if (!done && key.isValid() && key.isWritable()) {
      writable();
    }
  }

  private void readable(ByteBuffer buffer, byte[] bytes) throws IOException {
    buffer.clear();
    int read = channel().read(buffer);
    if (read < 0) {
      throw new IOException("The server closed a connection without an answer");
    }
    buffer.flip().get(bytes, 0, read);
    answers.read(bytes, 0, read);
  }

  /**
   * Writes what the connection takes; the rest when it takes more.
   *
   * @param more whether there is something to write behind it, when the connection takes that
   */
  final void write(ByteBuffer request, boolean more) throws IOException {
    channel().write(request);
    int wanted =
        more || request.hasRemaining()
            ? SelectionKey.OP_READ | SelectionKey.OP_WRITE
            : SelectionKey.OP_READ;
    if (key.interestOps() != wanted) {
      key.interestOps(wanted);
    }
  }

  final void reconnect() throws IOException {
    channel().close();
    answers = new Answers(this);
    key = connect();
  }

  final void done() throws IOException {
    done = true;
    channel().close();
  }

  private SocketChannel channel() {
    return (SocketChannel) key.channel();
  }
}
