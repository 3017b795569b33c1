package dev.perennial.standalone.oracle;

import java.util.List;

/**
 * What belongs to no subscriber: what the tenant said, and exchange rates.
 *
 * @param all without those that say the same again, in their order
 * @param said what counts of what the tenant said
 */
record Reference(List<Happening> all, List<Happening> said, TenantWord tenant, Rates rates) {

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
}
