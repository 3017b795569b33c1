package dev.perennial.standalone.platform;

import com.mongodb.client.MongoClient;
import dev.perennial.backends.ConnectWorker;
import dev.perennial.backends.KafkaBroker;
import dev.perennial.backends.MailServer;
import dev.perennial.backends.MongoServer;
import dev.perennial.backends.RedisServer;
import dev.perennial.operations.connect.ConnectorSupervisor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import redis.clients.jedis.RedisClient;

/** Everything that a started platform is made of. */
record Parts(
    KafkaBroker kafka,
    Admin admin,
    MongoServer mongoServer,
    MongoClient mongodb,
    RedisServer redisServer,
    RedisClient redis,
    MailServer mail,
    MailApi mailApi,
    ConnectWorker connect,
    ConnectorSupervisor supervisor,
    Tenancy tenancy,
    Map<Service, ServiceProcess> services)
    implements AutoCloseable {

  /** What writes stops before what is written to; each wave at once, so that it is quick. */
  @Override
  public void close() {
    supervisor.close();
    List<AutoCloseable> first = new ArrayList<>(services.values());
    first.add(connect);
    Shutdown.together(first);
    Shutdown.quietly(List.of(admin, mongodb, redis, mailApi));
    Shutdown.together(List.of(mail, redisServer, mongoServer, kafka));
  }
}
