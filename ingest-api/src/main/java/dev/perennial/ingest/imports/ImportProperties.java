package dev.perennial.ingest.imports;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much one file may ask for.
 *
 * @param maxRows rows of a CSV file, entries of another; 1 to 100,000, 10,000 by default
 */
@Validated
@ConfigurationProperties("perennial.ingest.csv")
public record ImportProperties(@DefaultValue("10000") @Min(1) @Max(100_000) int maxRows) {}
