package dev.perennial.ingest.schema;

/** What a controller writes in its annotations to refer to the published schemas of events. */
public final class EventReferences {

  /** One event of any type. */
  public static final String EVENT = "#/components/schemas/Event";

  /** A list of events. */
  public static final String BATCH = "#/components/schemas/EventBatch";

  /** What application/json may be: an event or a list, or in binary mode the data of an event. */
  public static final String OF_EITHER_MODE = "#/components/schemas/EventOrBatchOrData";

  private EventReferences() {}
}
