package dev.perennial.operations.command;

import com.mongodb.client.MongoClient;
import dev.perennial.operations.replay.EpochControl;
import dev.perennial.operations.replay.ReplayPlaces;
import java.time.Clock;
import java.util.function.BiFunction;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import redis.clients.jedis.RedisClient;

/** Where everything is that an epoch lies in. */
final class ReplayOptions {

  @Mixin private KafkaOptions kafka = new KafkaOptions();
  @Mixin private MongodbOptions mongodb = new MongodbOptions();
  @Mixin private RedisOptions redis = new RedisOptions();
  @Mixin private ConnectOptions connect = new ConnectOptions();
  @Mixin private OperatorOption operator = new OperatorOption();

  @Option(
      names = "--serving",
      paramLabel = "N",
      description = {
        "The epoch that serves where nothing was switched yet;",
        "or $$PERENNIAL_EPOCH; else 1."
      },
      defaultValue = "${env:PERENNIAL_EPOCH:-1}")
  private int serving = 1;

  <T> T with(Clock clock, BiFunction<ReplayPlaces, EpochControl, T> work) {
    String who = operator.operator();
    try (Admin admin = kafka.admin();
        MongoClient client = mongodb.client();
        RedisClient store = redis.client()) {
      return work.apply(
          new ReplayPlaces(admin, kafka::consumer, client, store, connect.connectors()),
          new EpochControl(client, clock, who, serving));
    }
  }
}
