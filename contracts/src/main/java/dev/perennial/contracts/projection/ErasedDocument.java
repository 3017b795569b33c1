package dev.perennial.contracts.projection;

import dev.perennial.contracts.topic.Projection;
import org.bson.BsonDocument;

/**
 * Takes the place of a document that says nothing any more. A versioned write, not a deletion: a
 * late older version must still find something newer.
 */
public record ErasedDocument(Projection projection, String id, String tenantId)
    implements ProjectionDocument {

  @Override
  public BsonDocument content() {
    return new DocumentBuilder().text("tenantId", tenantId).flag("erased").build();
  }
}
