package dev.perennial.ingest.stripe;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How Stripe's webhooks are taken.
 *
 * @param tolerance how far from our clock the time of a signature may lie, before and behind; 5
 *     minutes by default, as in Stripe's own libraries
 */
@Validated
@ConfigurationProperties("perennial.ingest.stripe")
record StripeProperties(@DefaultValue("5m") Duration tolerance) {

  StripeProperties {
    if (tolerance.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException(
          "perennial.ingest.stripe.tolerance must be a second or more");
    }
  }
}
