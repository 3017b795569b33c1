package dev.perennial.operations.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import dev.perennial.backends.Backends;
import dev.perennial.contracts.event.Arrival;
import dev.perennial.contracts.event.Decoding;
import dev.perennial.contracts.event.EventCodec;
import dev.perennial.contracts.event.EventRecordCodec;
import dev.perennial.contracts.event.StrictJson;
import dev.perennial.contracts.topic.DeadLetterNote;
import dev.perennial.contracts.topic.Topics;
import dev.perennial.domain.event.Mode;
import dev.perennial.operations.topics.TopicAdmin;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import picocli.CommandLine;

/** Dead letters on a real broker, and the commands that are tried on them. */
final class DeadLetterDesk implements AutoCloseable {

  static final String EVENTS = Topics.SUBSCRIPTION_EVENTS;
  static final String POISON = "{\"paymentId\":\"secret-payment\",\"amount\":1}";
  static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

  final StringWriter out = new StringWriter();
  final StringWriter err = new StringWriter();
  private final Map<String, Object> broker;
  private final MongoClient mongodb;
  private final KafkaProducer<byte[], byte[]> producer;
  private final List<String> places;

  DeadLetterDesk(Backends backends) {
    broker = Map.of("bootstrap.servers", backends.kafka().bootstrapServers());
    places =
        List.of(
            "--kafka=" + backends.kafka().bootstrapServers(),
            "--mongodb=" + backends.mongodb().uri());
    mongodb = MongoClients.create(backends.mongodb().uri());
    producer = new KafkaProducer<>(broker, new ByteArraySerializer(), new ByteArraySerializer());
    try (Admin admin = Admin.create(broker)) {
      TopicAdmin.apply(admin, new Topics(2, 93), 1, 1);
    }
  }

  /** The exit code of {@code dead-letters ...}; the streams hold what this one said. */
  int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("dead-letters"));
    all.addAll(List.of(arguments));
    all.addAll(1 + Math.min(1, arguments.length), places);
    return runAlone(all.toArray(String[]::new));
  }

  int runAlone(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine command = Perennial.commandLine(Clock.fixed(NOW, ZoneOffset.UTC));
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    return command.execute(arguments);
  }

  /** The line of that letter, or nothing. */
  String listed(String id) {
    run("list", "--all");
    return out.toString().lines().filter(line -> line.startsWith(id + "\t")).findFirst().orElse("");
  }

  /** A payment as ingest writes it. */
  static ProducerRecord<byte[], byte[]> payment(String subscriber, String amount) {
    String json =
        """
        {"specversion":"1.0","id":"evt-1","source":"/billing","type":"payment.succeeded",
         "time":"2026-01-05T10:00:00Z","subject":"netflix","subscriberid":"%s",
         "data":{"paymentId":"p1","amount":{"value":"%s","currency":"EUR"}}}
        """
            .formatted(subscriber, amount);
    var arrival = new Arrival("acme", Instant.parse("2026-01-05T10:00:01Z"), Mode.LIVE);
    Decoding decoding = EventCodec.decode(StrictJson.parse(json.getBytes(UTF_8)), arrival);
    return EventRecordCodec.encode(((Decoding.Decoded) decoding).event());
  }

  /** What a tenant says, as ingest writes it to each partition. */
  static ProducerRecord<byte[], byte[]> tenant(String tenantId, int partition) {
    String json =
        """
        {"specversion":"1.0","id":"evt-1","source":"/admin","type":"tenant.updated",
         "time":"2026-01-05T10:00:00Z","subject":"%s","data":{"currency":"EUR"}}
        """
            .formatted(tenantId);
    var arrival = new Arrival(tenantId, Instant.parse("2026-01-05T10:00:01Z"), Mode.LIVE);
    Decoding decoding = EventCodec.decode(StrictJson.parse(json.getBytes(UTF_8)), arrival);
    return EventRecordCodec.encode(((Decoding.DecodedReference) decoding).event(), partition);
  }

  /** A payment with a value that cannot be read, as the processor dead-letters it; its id. */
  String poisoned(String subscriber, String reason) {
    var record = payment(subscriber, "1.00");
    return rejected(
        EVENTS,
        new ProducerRecord<>(EVENTS, null, record.key(), POISON.getBytes(UTF_8), record.headers()),
        reason);
  }

  String rejected(String topic, ProducerRecord<byte[], byte[]> record, String reason) {
    var note =
        new DeadLetterNote(
            reason, "Not as it should be.", topic, 1, 41, Instant.parse("2026-01-05T10:00:02Z"));
    return letter(topic, record, note.addedTo(record.headers()));
  }

  /** A document that MongoDB refused, as Kafka Connect dead-letters it. */
  String unwritten(String id) {
    var headers =
        new RecordHeaders()
            .add("__connect.errors.topic", "payments.e93".getBytes(UTF_8))
            .add("__connect.errors.partition", "1".getBytes(UTF_8))
            .add("__connect.errors.offset", "7".getBytes(UTF_8))
            .add(
                "__connect.errors.connector.name", "perennial-e93-mongodb-payments".getBytes(UTF_8))
            .add("__connect.errors.exception.class.name", "com.x.WriteException".getBytes(UTF_8))
            .add("__connect.errors.exception.message", "quotes secret".getBytes(UTF_8));
    return letter(
        "payments.e93",
        new ProducerRecord<>("payments.e93", id.getBytes(UTF_8), POISON.getBytes(UTF_8)),
        headers);
  }

  String letter(String topic, ProducerRecord<byte[], byte[]> record, Iterable<Header> headers) {
    var place =
        send(
            new ProducerRecord<>(
                Topics.deadLettersOf(topic), null, record.key(), record.value(), headers));
    return topic + ":" + place.partition() + ":" + place.offset();
  }

  RecordMetadata send(ProducerRecord<byte[], byte[]> record) {
    try {
      return producer.send(record).get();
    } catch (ExecutionException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The record at a place as commands print it. */
  ConsumerRecord<byte[], byte[]> at(String place) {
    String[] parts = place.split(":");
    var partition = new TopicPartition(parts[0], Integer.parseInt(parts[1]));
    try (var consumer =
        new KafkaConsumer<>(broker, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seek(partition, Long.parseLong(parts[2]));
      return consumer.poll(Duration.ofSeconds(10)).iterator().next();
    }
  }

  /** How many records a topic has had. */
  long written(String topic) {
    try (var consumer =
        new KafkaConsumer<>(broker, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(each -> new TopicPartition(topic, each.partition()))
              .toList();
      return consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
    }
  }

  String kafka() {
    return places.getFirst();
  }

  Map<String, Object> broker() {
    return broker;
  }

  MongoClient mongodb() {
    return mongodb;
  }

  MongoCollection<Document> audit() {
    return mongodb.getDatabase("control").getCollection("deadLetterAudit");
  }

  /** The newest entry about that letter. */
  Document auditOf(String id) {
    return requireNonNull(
        audit().find(Filters.eq("letters.id", id)).sort(new Document("_id", -1)).first());
  }

  @Override
  public void close() {
    producer.close();
    mongodb.close();
  }
}
