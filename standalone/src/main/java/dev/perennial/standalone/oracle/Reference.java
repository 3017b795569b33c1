package dev.perennial.standalone.oracle;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What belongs to no subscriber: what the tenant said, and exchange rates.
 *
 * @param all without those that say the same again, in their order
 * @param said what counts of what the tenant said
 */
record Reference(List<Happening> all, List<Happening> said, TenantWord tenant, Rates rates) {

  /** It is written to every partition; the first one's task says what became of it. */
  private static final int PARTITION = 0;

  static final Reference NONE = of(List.of());

  /**
   * @param events in any order; those of subscribers are left out
   */
  static Reference of(List<Happening> events) {
    List<Happening> all = Reading.sorted(events.stream().filter(Happening::isReference).toList());
    List<Happening> said = Reading.counted(all.stream().filter(Happening::isOfTenant).toList());
    List<Happening> published = all.stream().filter(each -> !each.isOfTenant()).toList();
    return new Reference(all, said, new TenantWord(said), new Rates(published));
  }

  /** What became of one of them. */
  String outcome(Happening happening) {
    return said.contains(happening) || rates.counts(happening) ? "APPLIED" : "SUPERSEDED";
  }

  /** One for each, whose id and document name no subscriber. */
  void writeReceipts(String tenantId, Map<String, Map<String, Map<String, Object>>> documents) {
    Map<String, Map<String, Object>> receipts =
        Objects.requireNonNull(documents.get(Expected.RECEIPTS));
    for (Happening each : all) {
      String id = Document.key(tenantId, each.source(), each.id(), each.digest());
      Document document = Document.of(id, PARTITION, tenantId);
      receipts.put(id, Writer.receipt(document, each, outcome(each), PARTITION).fields());
    }
  }
}
