package dev.perennial.starter.web;

import java.util.Set;
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
 * @param contentSecurityPolicy for a service that serves no pages: nothing at all
 */
@Validated
@ConfigurationProperties("perennial.web")
record WebProperties(
    @DefaultValue("2MB") DataSize maxBody,
    @DefaultValue Set<String> streams,
    @DefaultValue("default-src 'none'; frame-ancestors 'none'") String contentSecurityPolicy) {

  WebProperties {
    streams = Set.copyOf(streams);
    if (maxBody.toBytes() < 1) {
      throw new IllegalArgumentException("perennial.web.max-body must be positive");
    }
  }
}
