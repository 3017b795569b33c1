package dev.perennial.ingest.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

/** A document that changes with a release only: clients may keep it, and ask whether it changed. */
record PublishedDocument(MediaType mediaType, String text, String tag) {

  private static final String AN_HOUR = "max-age=3600, public";

  static PublishedDocument of(String mediaType, JsonNode document) {
    String text = document.toPrettyString();
    return new PublishedDocument(MediaType.parseMediaType(mediaType), text, tag(text));
  }

  /** The service's headers forbid keeping anything; this one replaces that. */
  ResponseEntity<byte[]> answer(HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, AN_HOUR);
    // Spring takes a path with a dot for a file's name, and would have browsers store it.
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
        .contentType(mediaType)
        .eTag(tag)
        .body(text.getBytes(UTF_8));
  }

  private static String tag(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
