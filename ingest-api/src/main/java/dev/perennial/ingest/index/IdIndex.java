package dev.perennial.ingest.index;

import java.util.List;

/**
 * What was taken lately under (tenant, source, id). It saves the log from repetitions and senders
 * from mistakes; it never decides what counts, and nothing fails for it.
 */
public interface IdIndex {

  /**
   * Claims ids for contents, before these are sent.
   *
   * @param claims each id at most once
   * @return for each claim what the index has, in their order; all free where it cannot be asked
   */
  List<Finding> claim(List<Claim> claims);

  /** Notes what was acknowledged; returns at once, and may be lost. */
  void accepted(List<Acceptance> acceptances);

  /** Withdraws claims that were fresh and whose events were not sent; may be lost, too. */
  void release(List<Claim> claims);

  /** An index that knows nothing. */
  static IdIndex none() {
    return new IdIndex() {
      @Override
      public List<Finding> claim(List<Claim> claims) {
        return claims.stream().<Finding>map(claim -> new Finding.Free(false)).toList();
      }

      @Override
      public void accepted(List<Acceptance> acceptances) {}

      @Override
      public void release(List<Claim> claims) {}
    };
  }
}
