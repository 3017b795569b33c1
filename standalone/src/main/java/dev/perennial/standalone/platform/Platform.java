package dev.perennial.standalone.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import dev.perennial.backends.ConnectWorker;
import dev.perennial.backends.KafkaBroker;
import dev.perennial.backends.MailServer;
import dev.perennial.backends.MongoServer;
import dev.perennial.backends.Progress;
import dev.perennial.backends.ReceivedMail;
import dev.perennial.backends.RedisServer;
import dev.perennial.contracts.CompositeKey;
import dev.perennial.contracts.topic.Topics;
import dev.perennial.standalone.oracle.Actual;
import dev.perennial.standalone.oracle.Comparison;
import dev.perennial.standalone.oracle.Expected;
import dev.perennial.standalone.oracle.Oracle;
import dev.perennial.standalone.oracle.Ticks;
import dev.perennial.standalone.sample.Destination;
import dev.perennial.standalone.sample.Sample;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/**
 * The whole platform on this machine: real Kafka, MongoDB, Redis, a mail server and a Connect
 * worker, and each service from its production jar as its own process. Nothing of it outlives this
 * JVM, and all data stays in the data folder: a platform started on it again goes on from there.
 *
 * <p>The business clock stands still until {@link #startTicker}.
 */
public final class Platform implements AutoCloseable {
  private static final Duration RETRIED_FOR = Duration.ofMinutes(2);

  private final Path data;
  private final PlatformOptions options;
  private final DataFolder folder;
  private final Parts parts;
  private final TopicReader topics;
  private final TickLog ticks;
  private final ImportLog imports;
  private final Replays replays;

  private Platform(Path data, PlatformOptions options, DataFolder folder, Parts parts) {
    this.data = data;
    this.options = options;
    this.folder = folder;
    this.parts = parts;
    this.topics = new TopicReader(parts.kafka().bootstrapServers(), Topics.DEFAULT_PARTITIONS);
    this.replays = new Replays(home(), data, options, parts);
    this.ticks = new TickLog(data.resolve("ticks"), topics);
    this.imports = new ImportLog(topics);
  }

  /**
   * Starts everything, side by side where that is possible, and returns when all is ready.
   *
   * @param dataDir made where it is missing; one platform at a time uses it
   * @param progress told of each component, from several threads
   * @throws RuntimeException where a component did not start; its message quotes the component's
   *     log, and whatever had started was stopped
   */
  public static Platform start(Path dataDir, PlatformOptions options, Progress progress) {
    Path data = dataDir.toAbsolutePath().normalize();
    DataFolder folder = DataFolder.claim(data);
    try {
      Parts parts = new Assembly(home(), data, options, progress).assemble();
      return new Platform(data, options, folder, parts);
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /** The checkout's root: system property {@code perennial.home}, else the working directory. */
  public static Path home() {
    return Path.of(System.getProperty("perennial.home", ".")).toAbsolutePath().normalize();
  }

  public Path dataDir() {
    return data;
  }

  public int epoch() {
    return replays.epoch();
  }

  public String tenantId() {
    return options.tenantId();
  }

  /** The tenant's key, with every scope; a secret. */
  public String apiKey() {
    return parts.tenancy().key();
  }

  public KafkaBroker kafka() {
    return parts.kafka();
  }

  public MongoServer mongoServer() {
    return parts.mongoServer();
  }

  /** A client with every right; closed with the platform. */
  public MongoClient mongodb() {
    return parts.mongodb();
  }

  /** The database that the sinks write. */
  public MongoDatabase projections() {
    return parts.mongodb().getDatabase("projections-e" + epoch());
  }

  public RedisServer redisServer() {
    return parts.redisServer();
  }

  public ConnectWorker connect() {
    return parts.connect();
  }

  public MailServer mailServer() {
    return parts.mail();
  }

  /** Every mail of every run on the data folder, oldest first. */
  public List<ReceivedMail> mails() {
    return parts.mail().received();
  }

  public ServiceProcess service(Service service) {
    return Objects.requireNonNull(parts.services().get(service));
  }

  public URI url(Service service) {
    return service(service).url();
  }

  /** A link that signs one person in, once, within the given time. */
  public URI signInLink(Duration lifetime) {
    return url(Service.DASHBOARD).resolve(parts.tenancy().signInPath(lifetime));
  }

  /** Sets where the sample's subscribers want to be told, through the notifier's API. */
  public void putDestinations(Sample sample) {
    Destinations.put(url(Service.NOTIFIER), apiKey(), sample.destinations(), LoadJournal.in(data));
  }

  /**
   * Posts the sample's events and the requests that must be refused, through HTTP, in batches over
   * several connections; retries for two minutes while nobody answers, or with 503 or 429.
   */
  public LoadReport load(Sample sample) {
    return loading().load(sample, false);
  }

  /** The same, but what was posted on this data folder before is only counted. */
  public LoadReport loadMissing(Sample sample) {
    return loading().load(sample, true);
  }

  /** Posts events in batches, in this order, all of which must be accepted; what is old as such. */
  public LoadReport load(List<String> events) {
    return loading().load(events);
  }

  private SampleLoad loading() {
    EventPost post = new EventPost(url(Service.INGEST_API), apiKey(), RETRIED_FOR);
    return new SampleLoad(post, LoadJournal.in(data), this::forgetIds, options.clock());
  }

  /** Has ingest take events that it knows as if they were new, as it does after some days. */
  public void forgetIds() {
    new IdIndex(parts.redis()).forget();
  }

  /** Returns how many distinct events there are when each has its receipt; needs no ticks. */
  public int awaitReceipts(Collection<String> events, Duration limit) {
    Set<String> wanted = ReceiptIds.of(events, options.tenantId());
    Await.until(
        limit,
        () -> ReceiptIds.present(projections()).containsAll(wanted),
        () -> {
          Set<String> missing = wanted;
          missing.removeAll(ReceiptIds.present(projections()));
          return missing.size() + " events have no receipt, such as " + missing.iterator().next();
        });
    return wanted.size();
  }

  /** Has the processor tick. After a restart of the processor it must be started again. */
  public void startTicker() {
    replays.clock().set(true);
  }

  /** Stops the business clock; a tick under way may still come. */
  public void stopTicker() {
    replays.clock().set(false);
  }

  /** When the business clock ran, on each partition, over all runs on the data folder. */
  public Ticks ticks() {
    return ticks.refresh();
  }

  /** Returns when every partition has ticked that often from now on. */
  public void awaitTicks(int count, Duration limit) {
    var before = topics.ends(Topics.CLOCK_TICKS);
    Await.until(
        limit,
        () ->
            topics.ends(Topics.CLOCK_TICKS).entrySet().stream()
                .allMatch(end -> end.getValue() >= before.getOrDefault(end.getKey(), 0L) + count),
        () -> "the business clock does not tick on every partition");
  }

  /**
   * Returns when what is on the broker now has arrived everywhere: watermarks in MongoDB and Redis,
   * alerts in the ledger, no delivery under way, MongoDB's deliveries as the ledger has them. The
   * clock must have ticked since the last event.
   *
   * @throws PlatformException where it has not in time; says what is missing
   */
  public void awaitSettled(Duration limit) {
    new Settling(parts.mongodb(), parts.redis(), parts.admin(), topics, epoch())
        .await(ticks(), limit);
  }

  /**
   * Stops the clock, waits until all has settled, compares MongoDB, Redis, alerts, deliveries and
   * mails with the oracle, in both directions, and starts the clock again if it ran.
   *
   * @param events all that were accepted on this data folder, in any order
   * @throws PlatformException where it does not settle in time
   */
  public Comparison compare(
      Collection<String> events, List<Destination> destinations, Duration limit) {
    boolean ran = replays.clock().isTicking();
    stopTicker();
    try {
      awaitSettled(limit);
      return Comparison.of(expected(events, destinations), actual());
    } finally {
      if (ran) {
        startTicker();
      }
    }
  }

  /** {@link #compare(Collection, List, Duration)} for a sample. */
  public Comparison compare(Sample sample, Duration limit) {
    return compare(sample.events(), sample.destinations(), limit);
  }

  /** What the oracle says must be there, by the ticks so far. */
  public Expected expected(Collection<String> events, List<Destination> destinations) {
    var known = Destinations.bySubscriber(destinations);
    return new Oracle(options.tenantId(), this::partitionOf, ticks(), known, imports.refresh())
        .expect(List.copyOf(events));
  }

  /** What is there, as plain data. */
  public Actual actual() {
    return new Reality(projections(), parts.redis(), epoch(), AlertLog.read(topics), mails())
        .collect();
  }

  /** The partition that a subscriber's records share. */
  public int partitionOf(String subscriberId) {
    byte[] key = CompositeKey.of(options.tenantId(), subscriberId).getBytes(UTF_8);
    return BuiltInPartitioner.partitionForKey(key, Topics.DEFAULT_PARTITIONS);
  }

  /** Epochs beside the one that this platform was started with. */
  public Replays replays() {
    return replays;
  }

  /** Stops everything in order, within about 10 s; the data stays. */
  @Override
  public void close() {
    replays.close();
    parts.close();
    folder.close();
  }
}
