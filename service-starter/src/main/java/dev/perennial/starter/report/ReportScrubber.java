package dev.perennial.starter.report;

import io.sentry.Hint;
import io.sentry.SentryEvent;
import io.sentry.SentryOptions.BeforeSendCallback;
import io.sentry.protocol.Request;

/**
 * Takes out of a report what identifies or opens: headers, cookies, query, body, path and user.
 * What is left of a request is its method.
 */
final class ReportScrubber implements BeforeSendCallback {

  @Override
  public SentryEvent execute(SentryEvent event, Hint hint) {
    Request request = event.getRequest();
    if (request != null) {
      Request scrubbed = new Request();
      scrubbed.setMethod(request.getMethod());
      event.setRequest(scrubbed);
    }
    event.setUser(null);
    event.setServerName(null);
    event.setBreadcrumbs(null);
    return event;
  }
}
