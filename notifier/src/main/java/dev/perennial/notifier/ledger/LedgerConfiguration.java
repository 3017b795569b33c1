package dev.perennial.notifier.ledger;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The notifier's own database, which no other service reads or writes. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

  private static final String DATABASE = "notifier";

  @Bean
  MongoDatabase notifierDatabase(MongoClient client) {
    return client.getDatabase(DATABASE);
  }

  @Bean
  Ledger ledger(MongoDatabase database) {
    return new Ledger(database);
  }

  @Bean
  Entries entries(MongoDatabase database) {
    return new Entries(database);
  }

  @Bean
  ForgottenRows forgottenRows(MongoDatabase database) {
    return new ForgottenRows(database);
  }

  @Bean
  Standing standing(MongoDatabase database) {
    return new Standing(database);
  }

  @Bean
  Outbox outbox(MongoDatabase database) {
    return new Outbox(database);
  }
}
