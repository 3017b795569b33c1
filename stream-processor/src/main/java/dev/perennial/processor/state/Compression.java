package dev.perennial.processor.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Raw Deflate (RFC 1951) with a preset dictionary: what most values have in common is in none of
 * them. The dictionary is part of the layout: what was written with it is read with no other.
 */
final class Compression {

  /** Later parts are nearer, so cheaper to point at: what is found most often stands last. */
  private static final byte[] DICTIONARY =
      """
      "vendor":""url":"https://www.","tags":["occurrences":12,"notice":{"every":1,"unit":"MONTH"}\
      "reminders":{"leads":[7,1]}"endsOn":"2026-"trialEnds":"2026-"withdraws":"\
      "resumesOn":"2026-"anchor":"UNCHANGED"}"atPeriodEnd":true}"refundId":"\
      "zone":"Europe/Berlin","locale":"en","alertTime":"09:00","leads":{"renewal.upcoming":[\
      "routing":{"VARIABLE"END_OF_MONTH"YEAR"WEEK"DAY"MANUAL"SKIP"FORWARD"USDGBPuncategorised\
      subscriber.updated payment.failed payment.refunded payment.corrected payment.voided\
      subscription.paused subscription.resumed subscription.reactivated charge.announced\
      TRIAL_ENDING CANCELLATION_DEADLINE PAYMENT_FAILED SUBSCRIPTION_ENDED\
      {"slot":{"type":"PRICE_CHANGED","dueOn":"2026-\
      {"slot":{"type":"RENEWAL_UPCOMING","dueOn":"2026-01-01","lead":7,"about":""},\
      "alert":{"revision":0,"standing":true,"alertId":"","content":""}}\
      subscription.cancelled{"effectiveOn":"2026-\
      subscription.changed{"price":{"kind":"FIXED","amount":{"value":"9.99","currency":"EUR"}},\
      "effectiveOn":"2026-\
      subscription.started{"name":"","category":"streaming","price":{"kind":"FIXED",\
      "amount":{"value":"12.99","currency":"EUR"}},"billing":{"every":1,"unit":"MONTH",\
      "anchor":"2026-01-31","monthEnd":"CLAMP"},"collection":"AUTO"}\
      payment.succeeded{"paymentId":"","amount":{"value":"9.99","currency":"EUR"},"dueOn":"2026-"}\
      {"paymentId":"","amount":{"value":"9.99","currency":"EUR"}}"""
          .getBytes(UTF_8);

  /** No stream of RFC 1951 grows more than this when it is read. */
  private static final long MOST_GROWTH = 1_032;

  // Both hold native memory and are dear to make; a stream thread keeps its own.
  private static final ThreadLocal<Deflater> DEFLATER =
      ThreadLocal.withInitial(() -> new Deflater(Deflater.DEFAULT_COMPRESSION, true));
  private static final ThreadLocal<Inflater> INFLATER =
      ThreadLocal.withInitial(() -> new Inflater(true));

  private Compression() {}

  static byte[] deflated(byte first, byte[] value) {
    Deflater deflater = DEFLATER.get();
    deflater.reset();
    deflater.setDictionary(DICTIONARY);
    deflater.setInput(value);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream(value.length / 2 + 16);
    out.write(first);
    byte[] buffer = new byte[Math.min(value.length + 16, 8_192)];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    return out.toByteArray();
  }

  /**
   * @throws SerializationException unless the bytes are one whole stream
   */
  static byte[] inflated(byte[] bytes, int from) {
    Inflater inflater = INFLATER.get();
    inflater.reset();
    inflater.setDictionary(DICTIONARY);
    inflater.setInput(bytes, from, bytes.length - from);
    try {
      return inflated(inflater, MOST_GROWTH * bytes.length);
    } catch (DataFormatException broken) {
      throw new SerializationException("The bytes are no compressed stream", broken);
    }
  }

  private static byte[] inflated(Inflater inflater, long most) throws DataFormatException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1_024);
    byte[] buffer = new byte[1_024];
    while (!inflater.finished()) {
      int count = inflater.inflate(buffer);
      if (count == 0 && !inflater.finished() || out.size() > most) {
        throw new SerializationException("The compressed stream does not end");
      }
      out.write(buffer, 0, count);
    }
    if (inflater.getRemaining() > 0) {
      throw new SerializationException("Bytes follow the compressed stream");
    }
    return out.toByteArray();
  }
}
