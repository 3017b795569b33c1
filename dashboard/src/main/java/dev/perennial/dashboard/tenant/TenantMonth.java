package dev.perennial.dashboard.tenant;

import dev.perennial.dashboard.spending.CategorySum;
import java.time.YearMonth;
import java.util.List;

/**
 * A tenant's figures of one month, all partitions added up.
 *
 * @param spend as it was paid
 * @param reporting in the tenant's currency
 * @param unconverted what is in spend, and for want of a rate not in reporting
 * @param runRates by currency
 */
public record TenantMonth(
    YearMonth month,
    List<CategorySum> spend,
    List<CategorySum> reporting,
    List<CategorySum> unconverted,
    List<CurrencyRunRate> runRates) {

  public TenantMonth {
    spend = List.copyOf(spend);
    reporting = List.copyOf(reporting);
    unconverted = List.copyOf(unconverted);
    runRates = List.copyOf(runRates);
  }
}
