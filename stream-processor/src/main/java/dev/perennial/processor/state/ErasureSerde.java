package dev.perennial.processor.state;

import dev.perennial.domain.fold.Floor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Erasures as bytes: a version, the floor, the hashes. */
public final class ErasureSerde {

  private static final byte LAYOUT = 1;

  private ErasureSerde() {}

  public static Serde<Erasure> serde() {
    return Serdes.serdeFrom(
        (topic, erasure) -> erasure == null ? null : write(erasure),
        (topic, bytes) -> bytes == null ? null : read(bytes));
  }

  private static byte[] write(Erasure erasure) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(LAYOUT);
      out.writeLong(erasure.floor().at().getEpochSecond());
      out.writeInt(erasure.floor().at().getNano());
      out.writeInt(erasure.deletions().size());
      for (String deletion : erasure.deletions()) {
        out.writeUTF(deletion);
      }
    } catch (IOException impossible) {
      throw new SerializationException("An array of bytes could not be written", impossible);
    }
    return bytes.toByteArray();
  }

  private static Erasure read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readByte() != LAYOUT) {
        throw new SerializationException(
            "The store holds an Erasure in a layout that this release does not know");
      }
      Floor floor = new Floor(Instant.ofEpochSecond(in.readLong(), in.readInt()));
      return new Erasure(floor, deletions(in));
    } catch (IOException | DateTimeException broken) {
      throw new SerializationException("The store holds a broken Erasure", broken);
    }
  }

  private static List<String> deletions(DataInputStream in) throws IOException {
    int size = in.readInt();
    List<String> deletions = new ArrayList<>();
    for (int index = 0; index < size; index++) {
      deletions.add(in.readUTF());
    }
    return deletions;
  }
}
