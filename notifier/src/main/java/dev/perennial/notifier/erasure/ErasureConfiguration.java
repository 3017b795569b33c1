package dev.perennial.notifier.erasure;

import com.mongodb.client.MongoDatabase;
import dev.perennial.notifier.destinations.EncryptionKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The erasures, and the key that hides whom they are about. */
@Configuration(proxyBeanMethods = false)
class ErasureConfiguration {

  @Bean
  Erasures erasures(
      MongoDatabase database, @Value("${perennial.notifier.encryption-key:}") String key) {
    return new Erasures(database, new SubscriberHash(EncryptionKey.decode(key)));
  }
}
