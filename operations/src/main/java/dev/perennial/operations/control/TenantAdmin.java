package dev.perennial.operations.control;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.perennial.contracts.control.ControlDatabase;
import dev.perennial.operations.OperationException;
import dev.perennial.operations.audit.AuditChain;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** Tenants in the control database. */
public final class TenantAdmin {

  /** The operator where the platform acts by itself. */
  static final String PLATFORM = "platform";

  private final MongoCollection<Document> tenants;
  private final AuditChain audit;
  private final Clock clock;

  /** For changes that the platform makes by itself. */
  public TenantAdmin(MongoClient mongodb, Clock clock) {
    this(mongodb, clock, PLATFORM);
  }

  /**
   * @param operator who makes the changes, for the audit record
   */
  public TenantAdmin(MongoClient mongodb, Clock clock, String operator) {
    this.audit = new AuditChain(mongodb, clock, operator);
    this.tenants =
        mongodb
            .getDatabase(ControlDatabase.NAME)
            .getCollection(ControlDatabase.TENANTS)
            .withWriteConcern(WriteConcern.MAJORITY);
    this.clock = clock;
  }

  /**
   * Makes the tenant unless it is there, and then leaves it as it is.
   *
   * @return whether it was made
   * @throws IllegalArgumentException where id or name are no text of 1 to 128 visible characters
   */
  public boolean create(String id, String name) {
    var tenant = new Tenant(id, name, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    return audit.transaction(session -> create(session, tenant));
  }

  private boolean create(ClientSession session, Tenant tenant) {
    boolean made =
        tenants
                .updateOne(
                    session,
                    eq(tenant.id()),
                    Updates.combine(
                        Updates.setOnInsert("name", tenant.name()),
                        Updates.setOnInsert("createdAt", Date.from(tenant.createdAt()))),
                    new UpdateOptions().upsert(true))
                .getUpsertedId()
            != null;
    if (made) {
      audit.enter(session, "tenant-created", tenant.id(), Map.of("name", tenant.name()));
    }
    return made;
  }

  /** By id. */
  public List<Tenant> list() {
    return tenants
        .find()
        .sort(Sorts.ascending("_id"))
        .map(
            document ->
                new Tenant(
                    document.getString("_id"),
                    document.getString("name"),
                    document.getDate("createdAt").toInstant()))
        .into(new ArrayList<>());
  }

  /**
   * @throws OperationException where there is none of that id
   */
  public void require(String id) {
    if (tenants.countDocuments(eq(id)) == 0) {
      throw new OperationException("There is no tenant of that id; tenants list shows them all");
    }
  }
}
