package dev.perennial.ingest.stripe;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * A part of Stripe's JSON. Fields that nobody asks for are normal there; a field of another type
 * than expected counts as absent.
 *
 * @param place where it stands, such as {@code event.data.object}, for what is said of a missing
 *     field
 */
record StripeObject(JsonNode json, String place) {

  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,20}(\\.\\d{1,20})?");
  private static final int MOST_DIGITS = 40;
  private static final long LAST_SECOND = Instant.parse("9999-12-30T00:00:00Z").getEpochSecond();

  StripeObject at(String field) {
    return new StripeObject(json.path(field), place + "." + field);
  }

  boolean has(String field) {
    return json.has(field);
  }

  /** Whether there is a value. */
  boolean isPresent() {
    return !json.isMissingNode() && !json.isNull();
  }

  Optional<String> text(String field) {
    JsonNode value = json.path(field);
    return value.isString() && !value.stringValue().isBlank()
        ? Optional.of(value.stringValue())
        : Optional.empty();
  }

  /** The id of another object, which Stripe gives alone or, expanded, within the object. */
  Optional<String> id(String field) {
    JsonNode value = json.path(field);
    return value.isObject() ? at(field).text("id") : text(field);
  }

  String required(String field) {
    return text(field).orElseThrow(() -> new Unmappable(place + "." + field));
  }

  boolean isTrue(String field) {
    return json.path(field).isBoolean() && json.path(field).booleanValue();
  }

  /**
   * A number; some of Stripe's are texts, since they have more digits than a double keeps. One that
   * is out of all proportion counts as absent: written out it could be a gigabyte.
   */
  Optional<BigDecimal> number(String field) {
    JsonNode value = json.path(field);
    Optional<BigDecimal> number =
        value.isNumber()
            ? Optional.of(value.decimalValue())
            : text(field).filter(text -> DECIMAL.matcher(text).matches()).map(BigDecimal::new);
    return number.filter(
        some -> some.precision() <= MOST_DIGITS && Math.abs(some.scale()) <= MOST_DIGITS);
  }

  BigDecimal requiredNumber(String field) {
    return number(field).orElseThrow(() -> new Unmappable(place + "." + field));
  }

  /** A moment, which Stripe gives in seconds since 1970; up to the year 9999. */
  Optional<Instant> instant(String field) {
    JsonNode value = json.path(field);
    boolean known = value.isIntegralNumber() && value.canConvertToLong();
    return known && value.longValue() >= 0 && value.longValue() <= LAST_SECOND
        ? Optional.of(Instant.ofEpochSecond(value.longValue()))
        : Optional.empty();
  }

  /** The day of a moment in UTC, by which Stripe counts its billing cycles. */
  Optional<LocalDate> day(String field) {
    return instant(field).map(moment -> LocalDate.ofInstant(moment, ZoneOffset.UTC));
  }

  /** The elements of one of Stripe's lists; none where there is no list. */
  List<StripeObject> list(String field) {
    return StreamSupport.stream(json.path(field).path("data").spliterator(), false)
        .map(element -> new StripeObject(element, place + "." + field + ".data"))
        .toList();
  }
}
