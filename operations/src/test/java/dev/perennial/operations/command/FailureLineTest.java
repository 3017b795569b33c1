package dev.perennial.operations.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.ServerAddress;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class FailureLineTest {

  /** What a mongod without a replica set says of the first write in a transaction. */
  @Test
  void aServerWithoutTransactionsShouldBeNamedAsSuch() {
    var refusal =
        new MongoCommandException(
            BsonDocument.parse(
                """
                {"ok": 0, "code": 20, "codeName": "IllegalOperation", "errmsg":
                 "Transaction numbers are only allowed on a replica set member or mongos"}
                """),
            new ServerAddress());
    assertThat(FailureLine.of(refusal)).startsWith("MongoDB is no replica set");
  }
}
