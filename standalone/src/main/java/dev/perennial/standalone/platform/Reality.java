package dev.perennial.standalone.platform;

import com.mongodb.client.MongoDatabase;
import dev.perennial.backends.ReceivedMail;
import dev.perennial.contracts.topic.Projection;
import dev.perennial.contracts.topic.Topics;
import dev.perennial.standalone.oracle.Actual;
import dev.perennial.standalone.oracle.Mail;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/** Reads what is there, as plain data for the comparison with the oracle. */
record Reality(
    MongoDatabase projections,
    RedisClient redis,
    int epoch,
    AlertLog alerts,
    List<ReceivedMail> mails) {
  private static final String ALERT_HEADER = Mail.ALERT_HEADER + ":";
  private static final int PAGE = 1_000;

  Actual collect() {
    Actual actual = new Actual();
    for (Projection projection : Projection.values()) {
      actual.documents(projection.collection(), documents(projection.collection()));
    }
    return actual
        .documents(Topics.DELIVERIES, documents(Topics.DELIVERIES))
        .redisTotals(totalsInRedis())
        .raisedAlerts(alerts.raised())
        .voidedAlerts(alerts.voided())
        .erasedSubscribers(alerts.erased())
        .mails(mails.stream().map(Reality::mail).toList());
  }

  private List<Map<String, Object>> documents(String collection) {
    List<Map<String, Object>> documents = new ArrayList<>();
    for (Document document : projections.getCollection(collection).find()) {
      documents.add(PlainValues.of(document));
    }
    return documents;
  }

  private Map<String, String> totalsInRedis() {
    String prefix = "perennial:e" + epoch + ":" + Projection.SUBSCRIBER_TOTALS.collection() + ":";
    ScanParams match = new ScanParams().match(prefix + "*").count(PAGE);
    Map<String, String> totals = new TreeMap<>();
    String cursor = ScanParams.SCAN_POINTER_START;
    do {
      ScanResult<String> page = redis.scan(cursor, match);
      for (String key : page.getResult()) {
        String document = redis.hget(key, "document");
        if (document != null) { // The erased keep their version alone.
          totals.put(key.substring(prefix.length()), document);
        }
      }
      cursor = page.getCursor();
    } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
    return totals;
  }

  private static Mail mail(ReceivedMail mail) {
    String alertId =
        mail.headers().stream()
            .filter(line -> line.regionMatches(true, 0, ALERT_HEADER, 0, ALERT_HEADER.length()))
            .map(line -> line.substring(ALERT_HEADER.length()).strip())
            .findFirst()
            .orElse("");
    return new Mail(alertId, String.join(",", mail.to()), mail.subject(), mail.text());
  }
}
