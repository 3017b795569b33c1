package dev.perennial.ingest.index;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The ids in Redis. One that is new takes a plain command, and another when it is accepted; only
 * where something may stand there already does a script compare, which costs several times as much.
 */
final class StoredIds {

  private static final byte[] SCRIPT = resource("ids.lua");
  private static final byte[] UNLESS_THERE = text("NX");
  private static final byte[] MILLISECONDS = text("PX");
  private static final Finding FRESH = new Finding.Free(true);

  private final RedisClient redis;
  private final byte[] pendingKept;
  private final byte[] acceptedKept;

  StoredIds(RedisClient redis, Duration pendingKept, Duration acceptedKept) {
    this.redis = redis;
    this.pendingKept = text(Long.toString(pendingKept.toMillis()));
    this.acceptedKept = text(Long.toString(acceptedKept.toMillis()));
  }

  /**
   * Notes as pending what is new, and anew what is pending with the same content.
   *
   * @return for each claim what stood there, in their order
   * @throws JedisException if Redis is away or full; some may be noted then
   */
  List<Finding> claim(List<Claim> claims) {
    try (Connection connection = redis.getPool().getResource()) {
      for (Claim claim : claims) {
        byte[] pending = Note.pending(claim).bytes();
        connection.sendCommand(
            Command.SET, claim.key(), pending, UNLESS_THERE, MILLISECONDS, pendingKept);
      }
      List<Object> set = answers(connection, claims.size());
      List<Change> again = new ArrayList<>();
      for (int i = 0; i < claims.size(); i++) {
        if (set.get(i) == null) {
          again.add(new Change(claims.get(i), Note.pending(claims.get(i)), false));
        }
      }
      Iterator<Finding> known = compared(connection, again).iterator();
      return set.stream().map(done -> done == null ? known.next() : FRESH).toList();
    }
  }

  /**
   * @throws JedisException if Redis is away or full; some may be done then
   */
  void change(List<Change> changes) {
    try (Connection connection = redis.getPool().getResource()) {
      List<Change> unsure = new ArrayList<>();
      for (Change change : changes) {
        if (change.sure()) {
          connection.sendCommand(
              Command.SET, change.claim().key(), change.note().bytes(), MILLISECONDS, acceptedKept);
        } else {
          unsure.add(change);
        }
      }
      answers(connection, changes.size() - unsure.size());
      compared(connection, unsure);
    }
  }

  private static List<Object> answers(Connection connection, int number) {
    List<Object> answers = connection.getMany(number);
    for (Object answer : answers) {
      if (answer instanceof JedisDataException refused) {
        throw refused;
      }
    }
    return answers;
  }

  private List<Finding> compared(Connection connection, List<Change> changes) {
    if (changes.isEmpty()) {
      return List.of();
    }
    int keysFrom = 2;
    int notesFrom = keysFrom + changes.size() + 2;
    byte[][] arguments = new byte[notesFrom + changes.size()][];
    arguments[0] = SCRIPT;
    arguments[1] = text(Integer.toString(changes.size()));
    arguments[notesFrom - 2] = pendingKept;
    arguments[notesFrom - 1] = acceptedKept;
    for (int i = 0; i < changes.size(); i++) {
      arguments[keysFrom + i] = changes.get(i).claim().key();
      arguments[notesFrom + i] = changes.get(i).note().bytes();
    }
    connection.sendCommand(Command.EVAL, arguments);
    List<byte[]> held = connection.getBinaryMultiBulkReply();
    List<Finding> findings = new ArrayList<>(changes.size());
    for (int i = 0; i < changes.size(); i++) {
      // What went away since the plain command is noted now.
      byte[] bytes = held.get(i);
      findings.add(bytes.length == 0 ? FRESH : Note.found(bytes, changes.get(i).claim()));
    }
    return findings;
  }

  private static byte[] resource(String name) {
    try (InputStream script =
        Objects.requireNonNull(StoredIds.class.getResourceAsStream(name), name)) {
      return script.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] text(String ascii) {
    return ascii.getBytes(US_ASCII);
  }
}
