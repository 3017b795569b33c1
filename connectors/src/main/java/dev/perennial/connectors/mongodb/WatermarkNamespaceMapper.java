package dev.perennial.connectors.mongodb;

import com.mongodb.MongoNamespace;
import com.mongodb.kafka.connect.sink.MongoSinkTopicConfig;
import com.mongodb.kafka.connect.sink.converter.SinkDocument;
import com.mongodb.kafka.connect.sink.namespace.mapping.DefaultNamespaceMapper;
import com.mongodb.kafka.connect.sink.namespace.mapping.NamespaceMapper;
import dev.perennial.connectors.VersionedDocument;
import dev.perennial.contracts.projection.Watermark;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Sends watermarks into their own collection and everything else to the connector's.
 *
 * <p>The connector's field-path mapper would take any document's field {@code collection} for a
 * collection's name, also a subscription's, whose {@code collection} says how it is paid.
 */
public final class WatermarkNamespaceMapper implements NamespaceMapper {

  private final DefaultNamespaceMapper others = new DefaultNamespaceMapper();

  @Override
  public void configure(MongoSinkTopicConfig configuration) {
    others.configure(configuration);
  }

  @Override
  public MongoNamespace getNamespace(SinkRecord sinkRecord, SinkDocument sinkDocument) {
    MongoNamespace namespace = others.getNamespace(sinkRecord, sinkDocument);
    return sinkDocument.getValueDoc().filter(VersionedDocument::isWatermark).isPresent()
        ? new MongoNamespace(namespace.getDatabaseName(), Watermark.COLLECTION)
        : namespace;
  }
}
