package dev.perennial.ingest.schema;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;

/** Headers of answers that are the same for many operations. */
final class CommonHeaders {

  private static final String REFERENCE = "#/components/headers/";
  private static final String RATE_LIMIT = "RateLimit";
  private static final String POLICY = "RateLimit-Policy";
  private static final Set<String> COUNTED = Set.of("200", "202", "207", "429");

  /** Which statuses never come without which header. */
  private static final Map<String, String> ALWAYS =
      Map.of(
          "401", HttpHeaders.WWW_AUTHENTICATE,
          "405", HttpHeaders.ALLOW,
          "429", HttpHeaders.RETRY_AFTER,
          "503", HttpHeaders.RETRY_AFTER);

  private CommonHeaders() {}

  static Map<String, Header> components() {
    return Map.of(
        HttpHeaders.WWW_AUTHENTICATE,
        header("How to say who asks.", "string", "Bearer").required(true),
        HttpHeaders.ALLOW,
        header("The methods that there are.", "string", "POST").required(true),
        HttpHeaders.RETRY_AFTER,
        header("Seconds to wait.", "integer", 2).required(true),
        RATE_LIMIT,
        header(
            "What is left of each limit of the API key (r), and in how many seconds it is whole"
                + " again (t), where it is limited: draft-ietf-httpapi-ratelimit-headers.",
            "string",
            "\"requests\";r=399;t=1"),
        POLICY,
        header(
            "Each limit of the API key: its quota (q) in a window of seconds (w).",
            "string",
            "\"requests\";q=400;w=2"));
  }

  static void add(String status, boolean hasKey, ApiResponse response) {
    if (ALWAYS.containsKey(status)) {
      refer(response, ALWAYS.get(status));
    }
    if (hasKey && COUNTED.contains(status)) {
      List.of(RATE_LIMIT, POLICY).forEach(name -> refer(response, name));
    }
  }

  private static void refer(ApiResponse response, String name) {
    response.addHeaderObject(name, new Header().$ref(REFERENCE + name));
  }

  private static Header header(String description, String type, Object example) {
    return new Header()
        .description(description)
        .schema(new JsonSchema().types(Set.of(type)))
        .example(example);
  }
}
