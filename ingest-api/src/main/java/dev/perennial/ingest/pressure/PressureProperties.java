package dev.perennial.ingest.pressure;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much is worked on at once.
 *
 * @param maxRequests requests with a key, of all tenants; 1,000 by default
 */
@Validated
@ConfigurationProperties("perennial.ingest")
public record PressureProperties(@DefaultValue("1000") @Min(1) int maxRequests) {}
