package dev.perennial.ingest.imports;

/** Answers to files as the documentation shows them. */
public final class ImportExamples {

  public static final String DRY_RUN =
      """
      {"dryRun":true,"valid":1,"rejected":1,"types":{"payment.succeeded":1},
       "codes":{"decimal-comma":1},"items":[
        {"row":2,"status":"valid","event":{"specversion":"1.0","id":"csv-1",
         "source":"/imports/csv","type":"payment.succeeded","time":"2026-11-27T12:00:00Z",
         "subject":"netflix","subscriberid":"alice",
         "data":{"paymentId":"pay-1","amount":{"value":"12.99","currency":"EUR"}}}},
        {"row":3,"status":"rejected","code":"decimal-comma","column":"amount",
         "detail":"Amounts have a decimal point and no separators."}]}
      """;

  public static final String TAKEN =
      """
      {"accepted":1,"notAccepted":0,"items":[
        {"row":2,"status":"accepted","id":"csv-1","source":"/imports/csv","receipt":"NDoxNw"}]}
      """;

  public static final String PARTLY_TAKEN =
      """
      {"accepted":1,"notAccepted":1,"items":[
        {"row":2,"status":"accepted","id":"csv-1","source":"/imports/csv","receipt":"NDoxNw"},
        {"row":3,"status":"rejected","code":"decimal-comma","column":"amount",
         "detail":"Amounts have a decimal point and no separators."}]}
      """;

  public static final String REFUSED =
      """
      {"type":"urn:perennial:problem:batch-rejected","title":"Batch rejected","status":422,
       "code":"batch-rejected","detail":"No row of the file was taken.","items":[
        {"row":2,"status":"rejected","code":"decimal-comma","column":"amount",
         "detail":"Amounts have a decimal point and no separators."}]}
      """;

  private ImportExamples() {}
}
