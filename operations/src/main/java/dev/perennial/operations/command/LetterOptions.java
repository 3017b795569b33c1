package dev.perennial.operations.command;

import com.mongodb.client.MongoClient;
import dev.perennial.operations.letters.AuditLog;
import dev.perennial.operations.letters.LetterReader;
import java.util.function.ToIntBiFunction;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import picocli.CommandLine.Mixin;

/** Where dead letters are, and what was done with them. */
final class LetterOptions {

  @Mixin private KafkaOptions kafka = new KafkaOptions();
  @Mixin private MongodbOptions mongodb = new MongodbOptions();

  /** Opens both, asks, and closes them. */
  int with(ToIntBiFunction<LetterReader, AuditLog> work) {
    try (Consumer<byte[], byte[]> consumer = kafka.consumer();
        MongoClient client = mongodb.client()) {
      return work.applyAsInt(new LetterReader(consumer), new AuditLog(client));
    }
  }

  Producer<byte[], byte[]> producer() {
    return kafka.producer();
  }
}
