package dev.perennial.dashboard.tenant;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.lte;
import static dev.perennial.dashboard.projection.ProjectionDatabase.TENANT_TOTALS;
import static dev.perennial.dashboard.projection.ProjectionDatabase.ofTenant;

import dev.perennial.dashboard.projection.ProjectionDatabase;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads a tenant's monthly figures, which are kept by partition. */
@Component
public class TenantTotals {

  private final ProjectionDatabase database;

  TenantTotals(ProjectionDatabase database) {
    this.database = database;
  }

  /** Each of the months, both ends included, in their order. */
  public List<TenantMonth> between(String tenantId, YearMonth first, YearMonth last) {
    return new TenantMonths(upTo(tenantId, last), first, last).inOrder();
  }

  /** From the very first, since a run rate is the sum of all its movements. */
  private List<PartitionMonth> upTo(String tenantId, YearMonth last) {
    return ProjectionDatabase.read(
        TENANT_TOTALS,
        database
            .collection(TENANT_TOTALS)
            .find(and(ofTenant(tenantId), lte("month", last.toString()))),
        PartitionMonth::read);
  }
}
