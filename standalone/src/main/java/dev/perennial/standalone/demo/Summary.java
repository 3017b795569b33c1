package dev.perennial.standalone.demo;

import dev.perennial.contracts.topic.Projection;
import dev.perennial.contracts.topic.Topics;
import dev.perennial.standalone.platform.Platform;
import dev.perennial.standalone.platform.PrivateFile;
import dev.perennial.standalone.platform.Service;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.Document;
import tools.jackson.databind.json.JsonMapper;

/** Where everything is, and how much there is of it. */
record Summary(Platform platform) {

  /** Ports, addresses and secrets, for the owner's tools. */
  void write(Path file) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("pid", ProcessHandle.current().pid());
    all.put("tenantId", platform.tenantId());
    all.put("epoch", platform.epoch());
    all.put("apiKey", platform.apiKey());
    all.put("kafka", platform.kafka().bootstrapServers());
    all.put("mongodb", platform.mongoServer().uri());
    all.put("redis", platform.redisServer().uri());
    all.put("connect", platform.connect().restUri().toString());
    all.put("smtp", platform.mailServer().host() + ":" + platform.mailServer().port());
    for (Service each : Service.values()) {
      all.put(
          each.module(),
          Map.of(
              "url", platform.url(each).toString(),
              "management", platform.service(each).managementUrl().toString(),
              "pid", platform.service(each).process().pid(),
              "log", platform.service(each).process().log().toString()));
    }
    JsonMapper json = new JsonMapper();
    PrivateFile.write(file, json.writerWithDefaultPrettyPrinter().writeValueAsString(all));
  }

  /** How many documents there are of each kind, and mails. */
  String figures() {
    StringBuilder text = new StringBuilder("\n");
    for (Projection each : Projection.values()) {
      line(text, each.collection(), count(each.collection()));
    }
    line(text, Topics.DELIVERIES, count(Topics.DELIVERIES));
    line(text, "mails", platform.mails().size());
    return text.toString();
  }

  private long count(String collection) {
    return platform
        .projections()
        .getCollection(collection)
        .countDocuments(new Document("erased", new Document("$ne", true)));
  }

  private static void line(StringBuilder text, String what, long count) {
    text.append(String.format("  %-20s %,8d%n", what, count));
  }
}
