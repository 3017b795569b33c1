package dev.perennial.notifier.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An SMTP server that fails where it is told to: each verb has an answer, {@code "."} is the end of
 * a message. The answer {@link #HANG_UP} closes the connection instead.
 */
public final class ScriptedSmtpServer implements AutoCloseable {

  public static final String HANG_UP = "hang up";
  public static final String SILENCE = "silence";

  private static final Map<String, String> FRIENDLY =
      Map.of(
          "CONNECT", "220 ready",
          "EHLO", "250 hello",
          "MAIL", "250 ok",
          "RCPT", "250 ok",
          "DATA", "354 go on",
          ".", "250 queued",
          "RSET", "250 ok",
          "QUIT", "221 bye");

  private final ServerSocket socket;
  private final Map<String, String> answers = new ConcurrentHashMap<>(FRIENDLY);
  private final List<String> messages = new CopyOnWriteArrayList<>();

  public ScriptedSmtpServer() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.startVirtualThread(this::serve);
  }

  public int port() {
    return socket.getLocalPort();
  }

  public ScriptedSmtpServer answering(String verb, String answer) {
    answers.put(verb, answer);
    return this;
  }

  /** Messages whose last line arrived, whatever was answered. */
  public List<String> messages() {
    return messages;
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        var client = socket.accept();
        Thread.startVirtualThread(() -> converse(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void converse(Socket client) {
    try (client) {
      var in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
      var open = answer(client, "CONNECT");
      while (open) {
        var line = in.readLine();
        if (line == null) {
          return;
        }
        var verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
        open = answer(client, verb);
        if (open && verb.equals("DATA") && answers.getOrDefault("DATA", "").startsWith("354")) {
          messages.add(readMessage(in));
          open = answer(client, ".");
        }
      }
    } catch (IOException hungUp) {
      // The client's business.
    }
  }

  private static String readMessage(BufferedReader in) throws IOException {
    var message = new StringBuilder();
    for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      message.append(line).append('\n');
    }
    return message.toString();
  }

  private boolean answer(Socket client, String verb) throws IOException {
    var answer = answers.getOrDefault(verb, "500 what?");
    if (answer.equals(HANG_UP)) {
      return false;
    }
    if (!answer.equals(SILENCE)) {
      client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
    return true;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
