package dev.perennial.starter.web;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The trace that a request belongs to, as W3C Trace Context writes it; handed on as it came, since
 * nothing here records spans.
 *
 * @param traceparent version, trace, parent and flags
 * @param tracestate what tracing systems added; null if there is none, or none that is well formed
 */
public record TraceContext(String traceparent, @Nullable String tracestate) {

  public static final String TRACEPARENT = "traceparent";
  public static final String TRACESTATE = "tracestate";

  private static final String ATTRIBUTE = TraceContext.class.getName();
  private static final int LENGTH = 55;
  private static final int TRACE_FROM = 3;
  private static final int TRACE_TO = 35;

  /** Version ff is none; trace and parent are not all zeros; a later version may have more. */
  private static final Pattern PARENT =
      Pattern.compile(
          "(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

  private static final Pattern MEMBER =
      Pattern.compile("[a-z0-9][a-z0-9_*/@-]{0,255}=[ -+\\--<>-~]{0,255}[!-+\\--<>-~]");

  private static final int MOST_MEMBERS = 32;
  private static final int LONGEST_STATE = 512;

  public TraceContext {
    requireNonNull(traceparent, "traceparent");
  }

  /** The trace of this thread's request, or a new one outside of requests. */
  public static TraceContext current() {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    Object found =
        request == null ? null : request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
    return found instanceof TraceContext context ? context : fresh();
  }

  /** The trace of the request: from its headers if they are well formed, else a new one. */
  static TraceContext of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof TraceContext known) {
      return known;
    }
    TraceContext context =
        read(request.getHeader(TRACEPARENT), Collections.list(request.getHeaders(TRACESTATE)));
    request.setAttribute(ATTRIBUTE, context);
    return context;
  }

  static TraceContext read(@Nullable String traceparent, List<String> tracestate) {
    return traceparent != null && isWellFormed(traceparent)
        ? new TraceContext(traceparent, state(tracestate).orElse(null))
        : fresh();
  }

  private static boolean isWellFormed(String traceparent) {
    return traceparent.length() <= LONGEST_STATE
        && PARENT.matcher(traceparent).matches()
        && (traceparent.length() == LENGTH || !traceparent.startsWith("00"));
  }

  private static Optional<String> state(List<String> headers) {
    List<String> members =
        headers.stream()
            .flatMap(header -> Pattern.compile(",").splitAsStream(header))
            .map(String::strip)
            .filter(member -> !member.isEmpty())
            .toList();
    String state = String.join(",", members);
    boolean wellFormed =
        !members.isEmpty()
            && members.size() <= MOST_MEMBERS
            && state.length() <= LONGEST_STATE
            && members.stream().allMatch(member -> MEMBER.matcher(member).matches());
    return wellFormed ? Optional.of(state) : Optional.empty();
  }

  /** Not sampled: that is for whoever records. Its ids are no secret, only unlikely to meet. */
  static TraceContext fresh() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    HexFormat hex = HexFormat.of();
    // No id of zeros alone: the lowest bit of each is set.
    String trace = hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1);
    return new TraceContext(
        "00-" + trace + "-" + hex.toHexDigits(random.nextLong() | 1) + "-00", null);
  }

  /** 32 hex characters. */
  public String traceId() {
    return traceparent.substring(TRACE_FROM, TRACE_TO);
  }
}
