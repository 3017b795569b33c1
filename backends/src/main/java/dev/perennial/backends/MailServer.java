package dev.perennial.backends;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Comparator;
import java.util.List;

/** An SMTP server inside this JVM that takes mail for anyone and keeps it in memory. */
public final class MailServer implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final long STARTUP_LIMIT_MS = 60_000;

  private final int port;
  private final GreenMail server;

  private MailServer(int port) {
    this.port = port;
    var setup = new ServerSetup(port, HOST, ServerSetup.PROTOCOL_SMTP);
    setup.setServerStartupTimeout(STARTUP_LIMIT_MS);
    this.server = new GreenMail(setup);
  }

  /** Starts on a free port; throws {@link StartupFailure}. */
  public static MailServer start() {
    return FreePorts.startOn(MailServer::start);
  }

  /** Starts on the given port (1 to 65535); throws {@link StartupFailure}. */
  public static MailServer start(int port) {
    var mail = new MailServer(port);
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
    return server.getManagers().getImapHostManager().getAllMessages().stream()
        .map(MailReader::read)
        .sorted(Comparator.comparing(ReceivedMail::receivedAt))
        .toList();
  }

  /** Forgets all messages. */
  public void purge() {
    try {
      server.purgeEmailFromAllMailboxes();
    } catch (FolderException e) {
      throw new IllegalStateException("cannot empty the mailboxes", e);
    }
  }

  /** Closes the port and forgets all messages. */
  public void stop() {
    server.stop();
  }

  /** Opens the port again, with no messages. */
  public void restart() {
    server.stop();
    try {
      server.start();
    } catch (RuntimeException e) {
      throw StartupFailure.because("mail", e);
    }
  }

  @Override
  public void close() {
    stop();
  }
}
