package dev.perennial.backends;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks an HTTP address whether it is well: status 200 within two seconds. */
record HttpCheck(URI uri) {
  private static final int TIMEOUT_MS = 2_000;

  boolean succeeds() {
    try {
      var connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setConnectTimeout(TIMEOUT_MS);
      connection.setReadTimeout(TIMEOUT_MS);
      try {
        return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
      } finally {
        connection.disconnect();
      }
    } catch (IOException notYet) {
      return false;
    }
  }
}
