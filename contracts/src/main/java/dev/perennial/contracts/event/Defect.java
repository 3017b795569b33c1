package dev.perennial.contracts.event;

/** What can be wrong with input, by the stable codes that clients and dead letters see. */
public enum Defect {
  BODY_MISSING("body-missing", true),
  ENCODING("encoding", true),
  JSON_MALFORMED("json-malformed", true),
  JSON_TRAILING("json-trailing", true),
  JSON_DUPLICATE_KEY("json-duplicate-key", true),
  JSON_TOO_DEEP("json-too-deep", true),
  JSON_NUMBER_TOO_LONG("json-number-too-long", true),

  TYPE("type", false),
  FIELD_UNKNOWN("field-unknown", false),
  FIELD_MISSING("field-missing", false),
  FIELD_CONFLICT("field-conflict", false),
  ID_INVALID("id-invalid", false),
  TEXT_INVALID("text-invalid", false),
  URL_INVALID("url-invalid", false),
  LIST_TOO_LONG("list-too-long", false),
  ENUM("enum", false),
  NUMBER_FORMAT("number-format", false),
  NUMBER_RANGE("number-range", false),
  TIME_FORMAT("time-format", false),
  TIME_RANGE("time-range", false),
  EVENT_TYPE_UNKNOWN("event-type-unknown", false),
  SCHEMA_VERSION("schema-version", false),

  /** Only on Kafka: a record that is no CloudEvent in binary mode. */
  ENVELOPE_INVALID("envelope-invalid", true);

  private final String code;
  private final boolean syntactic;

  Defect(String code, boolean syntactic) {
    this.code = code;
    this.syntactic = syntactic;
  }

  public String code() {
    return code;
  }

  /** Whether the input could not even be parsed: 400 over HTTP, where others are 422. */
  public boolean isSyntactic() {
    return syntactic;
  }
}
