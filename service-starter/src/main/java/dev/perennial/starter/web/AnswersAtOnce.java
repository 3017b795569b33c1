package dev.perennial.starter.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Leaves it to the server when an answer is sent: one that fits its buffer then has a length and is
 * one packet. Spring flushes every body, which makes a chunk of it and another packet of its end.
 */
final class AnswersAtOnce extends RequestFilter {

  private final Set<String> streams;

  /**
   * @param streams media types of requests that are answered piece by piece
   */
  AnswersAtOnce(Set<String> streams) {
    this.streams = streams;
  }

  @Override
  protected void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean stream = streams.contains(DeclaredBody.mediaType(request.getContentType()));
    chain.doFilter(request, stream ? response : new Unflushed(response));
  }

  private static final class Unflushed extends HttpServletResponseWrapper {

    private @Nullable ServletOutputStream body;

    Unflushed(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void flushBuffer() {
      // The server does, when the answer is whole or its buffer full.
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
      if (body == null) {
        body = new UnflushedBody(super.getOutputStream());
      }
      return body;
    }
  }

  private static final class UnflushedBody extends ServletOutputStream {

    private final ServletOutputStream body;

    UnflushedBody(ServletOutputStream body) {
      this.body = body;
    }

    @Override
    public void write(int one) throws IOException {
      body.write(one);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      body.write(bytes, offset, length);
    }

    @Override
    public void flush() {
      // As above.
    }

    @Override
    public void close() throws IOException {
      body.close();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      body.setWriteListener(listener);
    }
  }
}
