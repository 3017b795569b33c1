package dev.perennial.contracts.control;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The one document that says which epoch's projections are read. Its replacement is the switch.
 *
 * @param epoch from 1
 * @param previous the epoch before; null where there was no switch yet
 */
public record ServingEpoch(int epoch, @Nullable Integer previous) {

  /** The document's id in {@link ControlDatabase#EPOCHS}. */
  public static final String ID = "serving";

  public static final String EPOCH = "epoch";
  public static final String PREVIOUS = "previous";
  public static final String SWITCHED_AT = "switchedAt";
  public static final String OPERATOR = "operator";

  /** The id of the document that says which epoch is being built, where one is. */
  public static final String BUILDING_ID = "building";

  public ServingEpoch {
    if (epoch < 1) {
      throw new IllegalArgumentException("Epochs start at 1");
    }
  }

  /** The database of an epoch's projections. */
  public static String databaseOf(int epoch) {
    return "projections-e" + epoch;
  }

  /** Reads the stored document. */
  public static ServingEpoch of(Document document) {
    Number epoch = document.get(EPOCH, Number.class);
    Number previous = document.get(PREVIOUS, Number.class);
    return new ServingEpoch(epoch.intValue(), previous == null ? null : previous.intValue());
  }
}
