package dev.perennial.operations.replay;

import com.mongodb.client.MongoClient;
import dev.perennial.operations.connect.ConnectorAdmin;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import redis.clients.jedis.RedisClient;

/**
 * All that an epoch lies in.
 *
 * @param committedRecords makes a consumer without a group that reads what was committed
 */
public record ReplayPlaces(
    Admin admin,
    Supplier<Consumer<byte[], byte[]>> committedRecords,
    MongoClient mongodb,
    RedisClient redis,
    ConnectorAdmin connectors) {

  Offsets offsets() {
    return new Offsets(admin, committedRecords);
  }
}
