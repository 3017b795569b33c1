package dev.perennial.starter.report;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Sentry stays off without {@code sentry.dsn}; with it, no report leaves unscrubbed. */
@AutoConfiguration(beforeName = "io.sentry.spring.boot4.SentryAutoConfiguration")
class ReportAutoConfiguration {

  @Bean
  ReportScrubber reportScrubber() {
    return new ReportScrubber();
  }
}
