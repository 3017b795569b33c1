package dev.perennial.ingest.stripe;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import dev.perennial.contracts.control.ControlDatabase;
import dev.perennial.contracts.control.Hook;
import dev.perennial.contracts.control.HookKeys;
import dev.perennial.ingest.intake.EventReader;
import dev.perennial.ingest.intake.IngestProperties;
import dev.perennial.ingest.intake.Intake;
import dev.perennial.ingest.projection.ServedProjections;
import dev.perennial.starter.PerennialProperties;
import dev.perennial.starter.PerennialProperties.Environment;
import dev.perennial.starter.access.ControlDirectory;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts Stripe's webhooks together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StripeProperties.class)
class StripeConfiguration {

  private static final int SECONDS = 3;

  @Bean
  HookDirectory hookDirectory(ObjectProvider<MongoClient> mongodb, Clock clock) {
    return new HookDirectory(store(mongodb.getIfAvailable()), clock);
  }

  /** Without a database nobody can say who listens: that is safer than nobody listening. */
  private static HookStore store(@Nullable MongoClient mongodb) {
    return mongodb == null
        ? id -> {
          throw new ControlDirectory.Unavailable();
        }
        : storeIn(mongodb);
  }

  private static HookStore storeIn(MongoClient mongodb) {
    var hooks =
        mongodb
            .getDatabase(ControlDatabase.NAME)
            .getCollection(ControlDatabase.HOOKS)
            .withTimeout(SECONDS, TimeUnit.SECONDS);
    return id ->
        Optional.ofNullable(
                hooks
                    .find(Filters.and(Filters.eq(id), Filters.eq(Hook.PROVIDER, Hook.STRIPE)))
                    .first())
            .map(Hook::fromDocument);
  }

  @Bean
  SigningSecrets signingSecrets(
      @Value("${perennial.ingest.hook-key:}") String key,
      StripeProperties properties,
      Clock clock) {
    return new SigningSecrets(keys(key), properties.tolerance(), clock);
  }

  /** Wanted where hooks are used, and only there. */
  private static Optional<HookKeys> keys(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(HookKeys.parse(text));
    } catch (IllegalArgumentException malformed) {
      throw new IllegalArgumentException("perennial.ingest.hook-key: " + malformed.getMessage());
    }
  }

  @Bean
  HookMetrics hookMetrics(MeterRegistry registry) {
    return new HookMetrics(registry);
  }

  @Bean
  StripeHooks stripeHooks(
      SigningSecrets secrets,
      ObjectProvider<MongoClient> mongodb,
      PerennialProperties platform,
      EventReader reader,
      IngestProperties limits,
      Intake intake,
      ServedProjections projections,
      HookMetrics metrics,
      Clock clock) {
    return new StripeHooks(
        secrets,
        new StripeMapping(clock),
        new ProjectedPayments(mongodb::getObject, platform.epoch()),
        reader,
        limits,
        intake,
        new StripeHooks.Modes(platform.environment() == Environment.PRODUCTION),
        new EarlierEvents(projections),
        metrics);
  }
}
