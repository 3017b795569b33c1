package dev.perennial.notifier.destinations;

import dev.perennial.contracts.event.Defect;
import dev.perennial.contracts.event.InvalidInput;
import dev.perennial.contracts.event.StrictJson;
import dev.perennial.contracts.event.Violation;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads {@code {"channel":"email","address":"a@example.org"}}, strictly. */
final class DestinationRequest {

  private static final Set<String> FIELDS = Set.of("channel", "address");

  private DestinationRequest() {}

  /**
   * @throws InvalidInput saying what is wrong, without repeating it
   */
  static EmailAddress parse(byte[] body) {
    JsonNode json = StrictJson.parse(body);
    if (!json.isObject()) {
      throw invalid(Defect.TYPE, "", "An object is expected here.");
    }
    if (!FIELDS.containsAll(json.propertyNames())) {
      throw invalid(Defect.FIELD_UNKNOWN, "", "A field here is not defined.");
    }
    var channel = text(json, "channel");
    var address = text(json, "address");
    if (!channel.equals(Destination.CHANNEL)) {
      throw invalid(Defect.ENUM, "/channel", "The only channel so far is email.");
    }
    return address(address);
  }

  private static EmailAddress address(String text) {
    try {
      return new EmailAddress(text);
    } catch (IllegalArgumentException invalid) {
      throw invalid(Defect.TEXT_INVALID, "/address", "An e-mail address is due: local@domain.");
    }
  }

  private static String text(JsonNode json, String field) {
    var value = json.get(field);
    if (value == null) {
      throw invalid(Defect.FIELD_MISSING, "/" + field, "The field " + field + " is mandatory.");
    }
    if (!value.isString()) {
      throw invalid(Defect.TYPE, "/" + field, "A string is expected here.");
    }
    return value.stringValue();
  }

  private static InvalidInput invalid(Defect defect, String pointer, String detail) {
    return new InvalidInput(new Violation(defect, pointer, detail));
  }
}
