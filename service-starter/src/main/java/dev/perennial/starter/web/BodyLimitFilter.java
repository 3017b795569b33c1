package dev.perennial.starter.web;

import dev.perennial.starter.problem.ProblemException;
import dev.perennial.starter.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Inflates gzip and bounds every body: a declared length at once, another while it is read. */
final class BodyLimitFilter extends OncePerRequestFilter {

  private final long limit;
  private final Set<String> streams;
  private final ProblemWriter problems;

  /**
   * @param limit bytes, after inflating
   * @param streams media types, in lower case, that are inflated but not bounded here
   */
  BodyLimitFilter(long limit, Set<String> streams, ProblemWriter problems) {
    this.limit = limit;
    this.streams = streams;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpServletRequest bounded;
    try {
      bounded = bounded(request);
    } catch (ProblemException refused) {
      problems.write(refused, response);
      return;
    }
    chain.doFilter(bounded, response);
  }

  private HttpServletRequest bounded(HttpServletRequest request) {
    long most = streams.contains(mediaType(request)) ? Long.MAX_VALUE : limit;
    if (request.getContentLengthLong() > most) {
      throw BoundedBody.tooLarge();
    }
    return switch (encoding(request)) {
      case "identity" -> new BoundedRequest(request, false, most);
      case "gzip" -> new BoundedRequest(request, true, most);
      default ->
          throw new ProblemException(415, "media-type", "Bodies come as they are or as gzip.")
              .with(HttpHeaders.ACCEPT_ENCODING, "gzip");
    };
  }

  private static String mediaType(HttpServletRequest request) {
    String header = request.getContentType();
    return header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static String encoding(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    return header == null || header.isBlank()
        ? "identity"
        : header.toLowerCase(Locale.ROOT).strip();
  }

  private static final class BoundedRequest extends HttpServletRequestWrapper {

    private final boolean gzip;
    private final long limit;
    private @Nullable ServletInputStream body;

    BoundedRequest(HttpServletRequest request, boolean gzip, long limit) {
      super(request);
      this.gzip = gzip;
      this.limit = limit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      if (body == null) {
        body =
            new BoundedBody(
                gzip ? inflating(super.getInputStream()) : super.getInputStream(), limit);
      }
      return body;
    }

    private static InputStream inflating(InputStream compressed) throws IOException {
      try {
        return new GZIPInputStream(compressed);
      } catch (ZipException | EOFException broken) {
        throw BoundedBody.badEncoding();
      }
    }

    /** Unknown once the body is inflated; a reader that trusted it would stop early. */
    @Override
    public int getContentLength() {
      return gzip ? -1 : super.getContentLength();
    }

    @Override
    public long getContentLengthLong() {
      return gzip ? -1 : super.getContentLengthLong();
    }

    @Override
    public @Nullable String getHeader(String name) {
      return gzip && describesCompressedBody(name) ? null : super.getHeader(name);
    }

    private static boolean describesCompressedBody(String name) {
      return name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)
          || name.equalsIgnoreCase(HttpHeaders.CONTENT_ENCODING);
    }
  }
}
