package dev.perennial.starter.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How API keys are checked.
 *
 * @param failuresPerMinute invalid keys from one address before it is answered 429; 20 by default
 */
@Validated
@ConfigurationProperties("perennial.access")
record AccessProperties(@DefaultValue("20") int failuresPerMinute) {

  AccessProperties {
    if (failuresPerMinute < 1) {
      throw new IllegalArgumentException("perennial.access.failures-per-minute must be positive");
    }
  }
}
