package dev.perennial.notifier.deliveries;

import dev.perennial.notifier.ledger.Outbox;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The publisher of deliveries. */
@Configuration(proxyBeanMethods = false)
class DeliveriesConfiguration {

  @Bean
  DeliveryPublisher deliveryPublisher(Outbox outbox, Producer<byte[], byte[]> producer) {
    return new DeliveryPublisher(outbox, producer);
  }
}
