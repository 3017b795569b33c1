package dev.perennial.operations.rates;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** A zip with one file in it. */
final class Archive {

  private static final byte[] MAGIC = {'P', 'K', 3, 4};

  private Archive() {}

  /**
   * What is in the archive; the bytes themselves where they are none.
   *
   * @throws MalformedRatesException if there is not exactly one file in it, or a very large one
   */
  static byte[] unpacked(byte[] bytes) throws IOException {
    if (!isArchive(bytes)) {
      return bytes;
    }
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      if (zip.getNextEntry() == null) {
        throw new MalformedRatesException(0, "nothing is in the zip");
      }
      byte[] content = zip.readNBytes(RatesFile.MOST_BYTES + 1);
      if (content.length > RatesFile.MOST_BYTES) {
        throw RatesFile.tooLarge();
      }
      ZipEntry another = zip.getNextEntry();
      if (another != null) {
        throw new MalformedRatesException(0, "more than one file is in the zip");
      }
      return content;
    } catch (ZipException damaged) {
      throw new MalformedRatesException(0, "the zip is damaged");
    }
  }

  private static boolean isArchive(byte[] bytes) {
    if (bytes.length < MAGIC.length) {
      return false;
    }
    for (int index = 0; index < MAGIC.length; index++) {
      if (bytes[index] != MAGIC[index]) {
        return false;
      }
    }
    return true;
  }
}
