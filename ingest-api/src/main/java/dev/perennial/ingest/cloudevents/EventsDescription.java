package dev.perennial.ingest.cloudevents;

/** The longer texts of {@link EventsApi}. */
final class EventsDescription {

  static final String TEXT =
      """
      One CloudEvents 1.0 event, or a batch of them, for the tenant of the API key.

      A 202 means durable: every in-sync replica of the broker has acknowledged the event. \
      Without that the answer is 503, and sending again is safe: an event is known by its source \
      and id, and equal ones count once.

      `time`, `subject` and `subscriberid` are mandatory; reference data (tenant.updated, \
      exchange-rates.published) has no `subscriberid`. It is opaque: a text with @ is rejected. \
      Data is strict: unknown fields are rejected, amounts are decimal strings, dates are local \
      dates. Times more than 10 minutes ahead are refused, and without mode=backfill those more \
      than 35 days back.

      Types: subscription.started, subscription.changed, subscription.paused, \
      subscription.resumed, subscription.cancelled, subscription.reactivated, charge.announced, \
      payment.succeeded, payment.failed, payment.refunded, payment.corrected, payment.voided, \
      subscription.deleted, alert.acknowledged, alert.snoozed, subscriber.deleted, \
      subscriber.updated, tenant.updated, exchange-rates.published.

      Reference data is accepted when every partition has it, and its answer has no receipt. Of \
      tenant.updated the subject is the tenant's own id, of exchange-rates.published the base \
      currency; rates hold for every tenant and need the scope rates:write too.

      **Binary mode.** With ce-specversion or ce-id, and application/json or no Content-Type, the \
      headers are the event's attributes and the body is its data, nothing for deletions. \
      Another Content-Type decides against it, and the headers are ignored then.

      **Streams.** As application/x-ndjson events come a line each, as many as there are, and \
      are answered line by line while the body is still being sent. Their status is 200 before \
      anything is durable: only an event's own line says that it is. atomic is ignored.
      """;

  static final String BODY =
      """
      application/json is one event or a batch, by its root; with ce- headers it is the data of \
      one event. What is wrong with a line of a stream is told in the line that answers it.
      """;

  static final String ACCEPTED =
      """
      {"receipt":"NDoxNw","id":"evt-1","source":"/billing","status":"accepted"}
      """;

  static final String ALL_ACCEPTED =
      """
      {"accepted":2,"notAccepted":0,"items":[
        {"index":0,"status":"accepted","id":"evt-1","source":"/billing","receipt":"NDoxNw"},
        {"index":1,"status":"duplicate","id":"evt-2","source":"/billing","receipt":"NDoxMQ"}]}
      """;

  static final String SOME_ACCEPTED =
      """
      {"accepted":1,"notAccepted":1,"items":[
        {"index":0,"status":"accepted","id":"evt-1","source":"/billing","receipt":"NDoxNw"},
        {"index":1,"status":"rejected","code":"field-missing","pointer":"/data/name",
         "detail":"The field is mandatory."}]}
      """;

  static final String REJECTED =
      """
      {"type":"urn:perennial:problem:field-missing","title":"Field missing","status":422,
       "code":"field-missing","detail":"The field is mandatory.","pointer":"/data/name"}
      """;

  static final String BATCH_REJECTED =
      """
      {"type":"urn:perennial:problem:batch-rejected","title":"Batch rejected","status":422,
       "code":"batch-rejected","detail":"No event of the batch was taken.","items":[
        {"index":0,"status":"rejected","code":"field-missing","pointer":"/data/name",
         "detail":"The field is mandatory."}]}
      """;

  static final String UNACKNOWLEDGED =
      """
      {"type":"urn:perennial:problem:unacknowledged","title":"Unacknowledged","status":503,
       "code":"unacknowledged",
       "detail":"The broker did not acknowledge in time; sending the event again is safe."}
      """;

  private EventsDescription() {}
}
