package dev.perennial.notifier.mail;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** An upstream's link, let through to a mail only as http or https: never javascript or file. */
final class WebLink {

  private WebLink() {}

  static @Nullable String orNull(@Nullable String url) {
    if (url == null) {
      return null;
    }
    try {
      var uri = new URI(url);
      var web =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      return web && uri.getHost() != null ? uri.toASCIIString() : null;
    } catch (URISyntaxException malformed) {
      return null;
    }
  }
}
