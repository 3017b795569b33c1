package dev.perennial.processor.state;

import dev.perennial.domain.total.TenantTotal;

/** One row of a tenant's month: short, and written with every payment, so not compressed. */
final class SumLayout implements Layout<TenantTotal.Sum> {

  @Override
  public void write(String key, TenantTotal.Sum sum, ByteSink out) {
    out.money(sum.amount());
    out.signed(sum.subscriptions());
  }

  @Override
  public TenantTotal.Sum read(String key, ByteSource in) {
    return new TenantTotal.Sum(in.money(), in.signed());
  }

  @Override
  public boolean isCompressed() {
    return false;
  }
}
