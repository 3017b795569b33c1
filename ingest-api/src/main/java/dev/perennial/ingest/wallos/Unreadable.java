package dev.perennial.ingest.wallos;

/** A field that cannot be mapped; carries no stack trace, since bad fields are no surprise. */
final class Unreadable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Field field;
  private final String code;
  private final String detail;

  Unreadable(Field field, String code, String detail) {
    super(code, null, false, false);
    this.field = field;
    this.code = code;
    this.detail = detail;
  }

  Field field() {
    return field;
  }

  String code() {
    return code;
  }

  String detail() {
    return detail;
  }
}
