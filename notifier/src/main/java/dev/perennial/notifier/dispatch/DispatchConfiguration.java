package dev.perennial.notifier.dispatch;

import com.mongodb.client.MongoDatabase;
import dev.perennial.notifier.channel.Channel;
import dev.perennial.notifier.deliveries.DeliveryPublisher;
import dev.perennial.notifier.destinations.Destinations;
import dev.perennial.notifier.erasure.Erasures;
import dev.perennial.notifier.ledger.Ledger;
import dev.perennial.notifier.ledger.LedgerIndexes;
import dev.perennial.notifier.ledger.Standing;
import dev.perennial.starter.PerennialProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Puts the dispatcher's loops together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DispatchProperties.class)
class DispatchConfiguration {

  private static final String HALT_AT = "perennial.notifier.halt-at";

  @Bean
  Bell bell() {
    return new Bell();
  }

  @Bean
  CrashPoints crashPoints(Environment environment, PerennialProperties properties) {
    var point = environment.getProperty(HALT_AT);
    if (point == null) {
      return CrashPoints.NONE;
    }
    if (properties.environment() != PerennialProperties.Environment.DEVELOPMENT) {
      throw new IllegalStateException(HALT_AT + " is for development only");
    }
    return HaltAt.named(point);
  }

  @Bean
  Dispatcher dispatcher(
      Ledger ledger,
      Destinations destinations,
      Channel email,
      DispatchProperties settings,
      CrashPoints crashPoints,
      MeterRegistry registry,
      Clock clock) {
    var metrics = new DispatchMetrics(registry, clock);
    var owner = UUID.randomUUID().toString();
    return new Dispatcher(ledger, destinations, email, settings, crashPoints, metrics, owner);
  }

  @Bean
  LedgerGauges ledgerGauges(Standing standing, Clock clock, MeterRegistry registry) {
    return new LedgerGauges(standing, clock, registry);
  }

  @Bean
  Housekeeping housekeeping(
      MongoDatabase database,
      Destinations destinations,
      Erasures erasures,
      Ledger ledger,
      Bell bell) {
    return new Housekeeping(
        () -> {
          LedgerIndexes.create(database);
          destinations.createIndexes();
          erasures.createIndexes();
        },
        ledger,
        bell);
  }

  @Bean
  Workers workers(
      Dispatcher dispatcher,
      DeliveryPublisher publisher,
      Housekeeping housekeeping,
      LedgerGauges gauges,
      DispatchProperties settings,
      Bell bell) {
    List<WorkLoop> loops = new ArrayList<>();
    BooleanSupplier dispatch = dispatcher::dispatchNext;
    for (int worker = 0; worker < settings.workers(); worker++) {
      loops.add(new WorkLoop("dispatch", dispatch, bell, settings.pollInterval()));
    }
    loops.add(new WorkLoop("publish", publisher::publishNext, bell, settings.pollInterval()));
    loops.add(new WorkLoop("housekeeping", housekeeping, new Bell(), settings.pollInterval()));
    loops.add(new WorkLoop("gauges", gauges, new Bell(), LedgerGauges.FRESH));
    return new Workers(loops, settings.stopTimeout());
  }
}
