package dev.perennial.ingest.cloudevents;

import dev.perennial.ingest.intake.EventDocument;
import dev.perennial.starter.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event in binary mode, its attributes in ce- headers and its data in the body, as the one JSON
 * object that it would be in structured mode: every rule and every pointer is that one's.
 */
final class BinaryModeReader {

  private static final String PREFIX = "ce-";

  /** CloudEvents 1.0, section 3.1: names of attributes. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,64}");

  /** Of these the body and Content-Type tell, and nothing else may. */
  private static final List<String> NOT_HEADERS = List.of("data", "datacontenttype");

  private BinaryModeReader() {}

  /**
   * @param body may be empty: deletions have no data
   * @throws ProblemException 400 if a header or the body cannot be read, 415 for data of another
   *     type than JSON
   */
  static JsonNode read(HttpServletRequest request, byte[] body) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    for (String header : Collections.list(request.getHeaderNames())) {
      String name = header.toLowerCase(Locale.ROOT);
      if (name.startsWith(PREFIX)) {
        event.put(attribute(name), text(Collections.list(request.getHeaders(header))));
      }
    }
    requireJson(request.getContentType());
    if (body.length > 0) {
      event.set("data", EventDocument.parse(body));
    }
    return event;
  }

  private static String attribute(String header) {
    String name = header.substring(PREFIX.length());
    if (!NAME.matcher(name).matches() || NOT_HEADERS.contains(name)) {
      throw invalid("A ce- header is not an attribute of CloudEvents.");
    }
    return name;
  }

  private static String text(List<String> values) {
    if (values.size() != 1) {
      throw invalid("A ce- header comes twice.");
    }
    return HeaderText.decode(values.getFirst())
        .orElseThrow(() -> invalid("A ce- header is not percent-encoded UTF-8."));
  }

  private static ProblemException invalid(String detail) {
    return new ProblemException(400, "header-invalid", detail);
  }

  /** SDKs leave Content-Type out where a sender does not set it, and all data here is JSON. */
  private static void requireJson(@Nullable String contentType) {
    if (contentType == null || isJson(contentType)) {
      return;
    }
    if (contentType.toLowerCase(Locale.ROOT).startsWith("application/cloudevents")) {
      // Another form, which the type decides for whatever headers there are, and without a body.
      throw new ProblemException(400, "body-missing", "There is no JSON document.");
    }
    throw new ProblemException(
        415, "media-type", "Data in binary mode is of the type application/json.");
  }

  private static boolean isJson(String contentType) {
    try {
      return MediaType.parseMediaType(contentType).equalsTypeAndSubtype(MediaType.APPLICATION_JSON);
    } catch (InvalidMediaTypeException other) {
      return false;
    }
  }
}
