package dev.perennial.notifier.mail;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server.
 *
 * @param host its name or address
 * @param port 1-65535; 587 by default
 * @param from the sender's address; its domain also names the messages (Message-ID)
 * @param username absent: no authentication
 * @param starttls whether TLS is required; with it a server without TLS gets nothing
 * @param timeout for connecting, and for each answer; 10 s by default
 */
@ConfigurationProperties("perennial.notifier.mail")
public record MailProperties(
    String host,
    @DefaultValue("587") int port,
    String from,
    @Nullable String username,
    @Nullable String password,
    @DefaultValue("false") boolean starttls,
    @DefaultValue("10s") Duration timeout) {

  /**
   * @throws IllegalArgumentException naming the property that is wrong
   */
  public MailProperties {
    require(host != null && !host.isBlank(), "host: the mail server's name");
    require(port > 0 && port < 65536, "port: 1 to 65535");
    require(from != null && from.indexOf('@') > 0, "from: an address");
    require((username == null) == (password == null), "username and password: both or none");
    require(!timeout.isNegative() && !timeout.isZero(), "timeout: more than nothing");
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException("perennial.notifier.mail." + what);
    }
  }

  String fromDomain() {
    return from.substring(from.lastIndexOf('@') + 1).replace(">", "");
  }

  /** Never the password. */
  @Override
  public String toString() {
    return "MailProperties[%s:%d, starttls=%s]".formatted(host, port, starttls);
  }
}
