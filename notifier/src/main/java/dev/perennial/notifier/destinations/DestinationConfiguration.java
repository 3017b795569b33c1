package dev.perennial.notifier.destinations;

import com.mongodb.client.MongoDatabase;
import java.security.SecureRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The destinations and the key that seals their addresses. */
@Configuration(proxyBeanMethods = false)
class DestinationConfiguration {

  @Bean
  Destinations destinations(
      MongoDatabase database, @Value("${perennial.notifier.encryption-key:}") String key) {
    return new Destinations(database, AddressCipher.withKey(key, new SecureRandom()));
  }

  @Bean
  DestinationController destinationController(Destinations destinations) {
    return new DestinationController(destinations);
  }
}
