package dev.perennial.backends;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** An SMTP server inside this JVM that takes mail for anyone and keeps it in a folder. */
public final class MailServer implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final long STARTUP_LIMIT_MS = 60_000;

  private final int port;
  private final MailFolder folder;
  private final GreenMail server;

  private MailServer(MailFolder folder, int port) {
    this.port = port;
    this.folder = folder;
    var setup = new ServerSetup(port, HOST, ServerSetup.PROTOCOL_SMTP);
    setup.setServerStartupTimeout(STARTUP_LIMIT_MS);
    this.server = new GreenMail(setup);
  }

  /** Starts on a free port, with a temporary folder; throws {@link StartupFailure}. */
  public static MailServer start() {
    try {
      return start(Files.createTempDirectory("perennial-mail"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts on a free port with the messages that the folder holds; throws {@link StartupFailure}.
   */
  public static MailServer start(Path dataDir) {
    return FreePorts.startOn(port -> start(dataDir, port));
  }

  /** Starts on the given port (1 to 65535); throws {@link StartupFailure}. */
  public static MailServer start(Path dataDir, int port) {
    var mail = new MailServer(new MailFolder(dataDir, Clock.systemUTC()), port);
    mail.restart();
    return mail;
  }

  /** The address to connect to. */
  public String host() {
    return HOST;
  }

  /** The SMTP port: neither TLS nor sign-in. */
  public int port() {
    return port;
  }

  /** All messages taken so far, oldest first, one entry for each recipient. */
  public List<ReceivedMail> received() {
    return folder.all();
  }

  /** Forgets all messages. */
  public void purge() {
    folder.clear();
  }

  /** Closes the port; the messages stay. */
  public void stop() {
    server.stop();
  }

  /** Opens the port again where it was closed. */
  public void restart() {
    server.stop();
    try {
      server.start();
    } catch (RuntimeException e) {
      throw StartupFailure.because("mail", e);
    }
    keepWhatComes();
  }

  @Override
  public void close() {
    stop();
  }

  private void keepWhatComes() {
    var users = server.getUserManager();
    var original = users.getMessageDeliveryHandler();
    users.setMessageDeliveryHandler(
        (message, recipient) -> {
          folder.keep(message.getMessage());
          return original.handle(message, recipient);
        });
  }
}
