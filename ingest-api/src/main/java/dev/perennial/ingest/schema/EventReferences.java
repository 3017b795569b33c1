package dev.perennial.ingest.schema;

/** What a controller writes in its annotations to refer to the published schemas of events. */
public final class EventReferences {

  /** One event of any type. */
  public static final String EVENT = "#/components/schemas/Event";

  /** A list of events. */
  public static final String BATCH = "#/components/schemas/EventBatch";

  /** One or the other, by the document's root. */
  public static final String EVENT_OR_BATCH = "#/components/schemas/EventOrBatch";

  private EventReferences() {}
}
