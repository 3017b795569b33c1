package dev.perennial.ingest.intake;

import dev.perennial.ingest.index.Acceptance;
import dev.perennial.ingest.index.Claim;
import dev.perennial.ingest.index.Finding;
import dev.perennial.ingest.index.IdIndex;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** What the index of ids lets through of one request's events. */
final class Admission {

  private final IdIndex index;
  private final List<Claim> claims;
  private final List<Finding> findings;

  private Admission(IdIndex index, List<Claim> claims, List<Finding> findings) {
    this.index = index;
    this.claims = claims;
    this.findings = findings;
  }

  static Admission of(String tenantId, List<Parcel> parcels, IdIndex index) {
    List<Claim> claims =
        parcels.stream().map(parcel -> Claim.of(tenantId, parcel.event().fact())).toList();
    return new Admission(index, claims, index.claim(claims));
  }

  boolean hasReused() {
    return findings.stream().anyMatch(Finding.Reused.class::isInstance);
  }

  /** Those of the parcels that are to be sent. */
  List<Parcel> admitted(List<Parcel> parcels) {
    List<Parcel> admitted = new ArrayList<>(parcels.size());
    for (int place = 0; place < findings.size(); place++) {
      if (findings.get(place) instanceof Finding.Free) {
        admitted.add(parcels.get(place));
      }
    }
    return admitted;
  }

  /**
   * Notes what was acknowledged.
   *
   * @param sent what became of each that was {@link #admitted}
   * @return what became of each event
   */
  List<Outcome> outcomes(List<Outcome> sent) {
    List<Outcome> outcomes = new ArrayList<>(findings.size());
    List<Acceptance> acceptances = new ArrayList<>(sent.size());
    var next = sent.iterator();
    for (int place = 0; place < findings.size(); place++) {
      Outcome outcome = outcome(findings.get(place), next);
      if (outcome instanceof Outcome.Accepted accepted) {
        boolean fresh = isFresh(findings.get(place));
        acceptances.add(new Acceptance(claims.get(place), fresh, accepted.receipt()));
      }
      outcomes.add(outcome);
    }
    index.accepted(acceptances);
    return outcomes;
  }

  private static boolean isFresh(Finding finding) {
    return finding instanceof Finding.Free free && free.fresh();
  }

  private static Outcome outcome(Finding finding, Iterator<Outcome> sent) {
    return switch (finding) {
      case Finding.Free free -> sent.next();
      case Finding.Duplicate known -> new Outcome.Duplicate(known.receipt());
      case Finding.Reused reused -> new Outcome.Reused();
    };
  }

  /** Nothing is sent; claims that no other request may have built on are withdrawn. */
  List<Outcome> withheld() {
    List<Claim> fresh = new ArrayList<>();
    List<Outcome> outcomes = new ArrayList<>(findings.size());
    for (int place = 0; place < findings.size(); place++) {
      Finding finding = findings.get(place);
      if (isFresh(finding)) {
        fresh.add(claims.get(place));
      }
      outcomes.add(
          finding instanceof Finding.Reused ? new Outcome.Reused() : new Outcome.Withheld());
    }
    index.release(fresh);
    return outcomes;
  }
}
