package dev.perennial.starter.limit;

import dev.perennial.starter.web.RequestFilter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Knows how long a body is on the wire: as declared, else counted while it is read. */
final class WireBytes extends RequestFilter {

  private static final String ATTRIBUTE = WireBytes.class.getName();

  @Override
  protected void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long declared = request.getContentLengthLong();
    if (declared >= 0) {
      request.setAttribute(ATTRIBUTE, declared);
      chain.doFilter(request, response);
    } else {
      Counted counted = new Counted(request);
      request.setAttribute(ATTRIBUTE, counted);
      chain.doFilter(counted, response);
    }
  }

  /** In bytes; 0 where nothing was declared. */
  static long declared(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Long length ? length : 0;
  }

  /** In bytes, so far; 0 where a length was declared. */
  static long counted(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Counted counted ? counted.bytes : 0;
  }

  private static final class Counted extends HttpServletRequestWrapper {

    private long bytes;
    private @Nullable ServletInputStream body;

    Counted(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      if (body == null) {
        body = new CountedBody(super.getInputStream());
      }
      return body;
    }

    private final class CountedBody extends ServletInputStream {

      private final ServletInputStream counted;

      CountedBody(ServletInputStream counted) {
        this.counted = counted;
      }

      @Override
      public int read() throws IOException {
        int one = counted.read();
        bytes += one < 0 ? 0 : 1;
        return one;
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        int count = counted.read(target, offset, length);
        bytes += Math.max(count, 0);
        return count;
      }

      @Override
      public boolean isFinished() {
        return counted.isFinished();
      }

      @Override
      public boolean isReady() {
        return counted.isReady();
      }

      @Override
      public void setReadListener(ReadListener listener) {
        counted.setReadListener(listener);
      }

      @Override
      public void close() throws IOException {
        counted.close();
      }
    }
  }
}
