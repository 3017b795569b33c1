package dev.perennial.dashboard.tenant;

import dev.perennial.dashboard.projection.Fields;
import dev.perennial.dashboard.spending.CategorySum;
import java.time.YearMonth;
import java.util.List;

/** What one partition says of a tenant's month. */
record PartitionMonth(
    YearMonth month,
    List<CategorySum> spend,
    List<CategorySum> reporting,
    List<CategorySum> unconverted,
    List<Movement> movements) {

  static PartitionMonth read(Fields fields) {
    YearMonth month = YearMonth.parse(fields.text("month"));
    return new PartitionMonth(
        month,
        sums(fields, "lines"),
        sums(fields, "reporting"),
        sums(fields, "unconverted"),
        fields.list("movements").stream().map(each -> Movement.read(month, each)).toList());
  }

  private static List<CategorySum> sums(Fields fields, String field) {
    return fields.list(field).stream()
        .map(line -> new CategorySum(line.text("category"), line.money("amount")))
        .toList();
  }
}
