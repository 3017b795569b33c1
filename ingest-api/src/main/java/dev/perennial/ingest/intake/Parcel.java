package dev.perennial.ingest.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.starter.web.TraceContext;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** An event as the records that carry it. */
record Parcel(Taken event, List<ProducerRecord<byte[], byte[]>> records) {

  /** Of a record beside key, value and headers: about what the protocol and our objects need. */
  private static final int OVERHEAD = 100;

  Parcel {
    records = List.copyOf(records);
  }

  static Parcel of(Taken event, int partitions, TraceContext trace) {
    List<ProducerRecord<byte[], byte[]>> records = event.records(partitions);
    records.forEach(record -> add(trace, record.headers()));
    return new Parcel(event, records);
  }

  private static void add(TraceContext trace, Headers headers) {
    headers.add(TraceContext.TRACEPARENT, trace.traceparent().getBytes(UTF_8));
    if (trace.tracestate() != null) {
      headers.add(TraceContext.TRACESTATE, trace.tracestate().getBytes(UTF_8));
    }
  }

  /** About how much of the producer's buffer it takes. */
  long bytes() {
    long bytes = 0;
    for (ProducerRecord<byte[], byte[]> record : records) {
      bytes += bytes(record);
    }
    return bytes;
  }

  private static long bytes(ProducerRecord<byte[], byte[]> record) {
    long bytes = OVERHEAD + length(record.key()) + length(record.value());
    for (Header header : record.headers()) {
      bytes += header.key().length() + length(header.value());
    }
    return bytes;
  }

  private static int length(byte @Nullable [] part) {
    return part == null ? 0 : part.length;
  }
}
