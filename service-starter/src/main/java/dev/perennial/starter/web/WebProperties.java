package dev.perennial.starter.web;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What surrounds every request.
 *
 * @param maxBody the largest body, counted after inflating it; 2 MB by default
 * @param streams media types of bodies that maxBody does not bound: whoever reads them does so
 *     piece by piece and bounds them itself; none by default
 * @param bodyTimeout what the sender of a body may keep us waiting, beyond the time that a line of
 *     128 kbit/s takes; not for streams; 20 s by default
 * @param readTimeout how long the server waits for the next bytes of any body; 40 s by default
 * @param strictParameters whether query parameters that a path does not have are refused
 * @param trustedProxies networks in CIDR notation whose X-Forwarded headers count; none by default
 * @param cors which pages may call
 * @param contentSecurityPolicy for a service that serves no pages: nothing at all
 */
@Validated
@ConfigurationProperties("perennial.web")
record WebProperties(
    @DefaultValue("2MB") DataSize maxBody,
    @DefaultValue Set<String> streams,
    @DefaultValue("20s") Duration bodyTimeout,
    @DefaultValue("40s") Duration readTimeout,
    @DefaultValue("false") boolean strictParameters,
    @DefaultValue Set<String> trustedProxies,
    @DefaultValue Cors cors,
    @DefaultValue("default-src 'none'; frame-ancestors 'none'") String contentSecurityPolicy) {

  /**
   * @param allowedOrigins such as https://app.example; none by default
   */
  record Cors(@DefaultValue Set<String> allowedOrigins) {

    private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.\\[\\]:-]+");

    Cors {
      allowedOrigins = Set.copyOf(allowedOrigins);
      if (!allowedOrigins.stream().allMatch(origin -> ORIGIN.matcher(origin).matches())) {
        throw new IllegalArgumentException(
            "perennial.web.cors.allowed-origins has origins such as https://app.example, no *");
      }
    }
  }

  WebProperties {
    streams = Set.copyOf(streams);
    trustedProxies = Set.copyOf(trustedProxies);
    if (maxBody.toBytes() < 1) {
      throw new IllegalArgumentException("perennial.web.max-body must be positive");
    }
    requirePositive(bodyTimeout, "body-timeout");
    requirePositive(readTimeout, "read-timeout");
  }

  private static void requirePositive(Duration time, String name) {
    if (time.toMillis() < 1 || time.toMillis() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("perennial.web." + name + " must be positive");
    }
  }
}
