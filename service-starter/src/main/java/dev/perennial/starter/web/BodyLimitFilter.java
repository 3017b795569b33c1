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
import java.time.Duration;
import java.util.Set;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Inflates gzip and bounds every body: a declared length at once, another while it is read; and the
 * time that it takes.
 */
final class BodyLimitFilter extends RequestFilter {

  private final long limit;
  private final Duration patience;
  private final Set<String> streams;
  private final ProblemWriter problems;

  /**
   * @param limit bytes, after inflating
   * @param patience with a sender, beyond the time that a slow line takes
   * @param streams media types, in lower case, that are inflated but not bounded here
   */
  BodyLimitFilter(long limit, Duration patience, Set<String> streams, ProblemWriter problems) {
    this.limit = limit;
    this.patience = patience;
    this.streams = streams;
    this.problems = problems;
  }

  @Override
  protected void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
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
    DeclaredBody declared = DeclaredBody.of(request);
    boolean stream = streams.contains(declared.mediaType());
    if (!stream && request.getContentLengthLong() > limit) {
      throw BoundedBody.tooLarge();
    }
    return stream
        ? new BoundedRequest(request, declared.gzip(), Long.MAX_VALUE, null)
        : new BoundedRequest(request, declared.gzip(), limit, patience);
  }

  private static final class BoundedRequest extends HttpServletRequestWrapper {

    private final boolean gzip;
    private final long limit;
    private final @Nullable Duration patience;
    private @Nullable ServletInputStream body;

    /**
     * @param patience null for any
     */
    BoundedRequest(
        HttpServletRequest request, boolean gzip, long limit, @Nullable Duration patience) {
      super(request);
      this.gzip = gzip;
      this.limit = limit;
      this.patience = patience;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      if (body == null) {
        InputStream raw = super.getInputStream();
        InputStream timed = patience == null ? raw : new TimedBody(raw, patience);
        body = new BoundedBody(gzip ? inflating(timed) : timed, limit);
      }
      return body;
    }

    private static InputStream inflating(InputStream compressed) throws IOException {
      try {
        return new Inflated(compressed);
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
