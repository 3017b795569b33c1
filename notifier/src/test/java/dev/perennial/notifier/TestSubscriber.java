package dev.perennial.notifier;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import dev.perennial.backends.ReceivedMail;
import dev.perennial.contracts.CompositeKey;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.notifier.destinations.StoredDestinations;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** One subscriber with one alert, and what became of it. */
record TestSubscriber(RunningNotifier notifier, SubscriberKey key) {

  String alertId() {
    return "alert-of-" + key.subscriberId();
  }

  String rowId(String destination) {
    return CompositeKey.of(alertId(), destination);
  }

  /** Registers a destination and returns its address. */
  String destination(String id) {
    assertThat(notifier.api.put(key, id, address(id)).statusCode()).isEqualTo(201);
    return address(id);
  }

  /** The same without a service that could take it. */
  void storeDestination(String id) {
    StoredDestinations.put(
        notifier.database(), NotifierFixture.ENCRYPTION_KEY, key, id, address(id));
  }

  /** What the database says, without a service that could be asked. */
  boolean hasDestination(String id) {
    var destinations = notifier.database().getCollection("destinations");
    var key = CompositeKey.of(key().tenantId(), key().subscriberId(), id);
    return destinations.find(eq("_id", key)).first() != null;
  }

  String address(String destination) {
    return key.subscriberId() + "-" + destination + "@example.org";
  }

  void alert() {
    alertRoutedTo(null);
  }

  void alertRoutedTo(@Nullable List<String> routing) {
    notifier.fixture.publish(Alerts.raised(alertId(), key, "Netflix", routing));
  }

  void priceAlert() {
    notifier.fixture.publish(Alerts.priceChanged(alertId(), key));
  }

  void unexpectedPaymentAlert() {
    notifier.fixture.publish(Alerts.unexpected(alertId(), key));
  }

  void digest() {
    notifier.fixture.publish(Alerts.digest(alertId(), key));
  }

  void withdraw() {
    notifier.fixture.publish(Alerts.voided(alertId(), key));
  }

  void erase() {
    notifier.fixture.publish(Alerts.erased(key));
  }

  /** Waits until nothing is left of the row, and that is published; returns what is. */
  Document awaitErased(String destination) {
    await()
        .untilAsserted(
            () -> {
              assertThat(row(destination))
                  .containsEntry("erased", true)
                  .containsEntry("outbox", false);
              assertThat(notifier.published(rowId(destination))).isNotEmpty();
              assertThat(notifier.published(rowId(destination)).getLast().document())
                  .containsEntry("version", row(destination).get("revision"));
            });
    return notifier.published(rowId(destination)).getLast().document();
  }

  Document row(String destination) {
    var row = ledger().find(eq("_id", rowId(destination))).first();
    assertThat(row).as(rowId(destination)).isNotNull();
    return row;
  }

  List<Document> rows() {
    return ledger().find(eq("alertId", alertId())).into(new ArrayList<>());
  }

  private MongoCollection<Document> ledger() {
    return notifier.database().getCollection("ledger");
  }

  /** Waits until the row is in this state and its last revision is on the topic. */
  Document awaitPublished(String destination, String state) {
    var rowId = rowId(destination);
    await()
        .untilAsserted(
            () -> {
              assertThat(row(destination)).containsEntry("state", state);
              assertThat(row(destination)).containsEntry("outbox", false);
              assertThat(notifier.published(rowId)).isNotEmpty();
              assertThat(notifier.published(rowId).getLast().document())
                  .containsEntry("version", row(destination).get("revision"));
            });
    return notifier.published(rowId).getLast().document();
  }

  /** Waits until an attempt has failed for this reason and the row waits for another. */
  void awaitFailedAttempt(String destination, String reason) {
    await().untilAsserted(() -> assertThat(row(destination)).containsEntry("reason", reason));
  }

  ReceivedMail awaitMail(String address) {
    await().until(() -> !mailsTo(address).isEmpty());
    return mailsTo(address).getFirst();
  }

  List<ReceivedMail> mailsTo(String address) {
    return notifier.mail.received().stream().filter(mail -> mail.to().contains(address)).toList();
  }

  /** A later alert in the same partition is entered: all before it have been worked off. */
  void awaitConsumed() {
    var marker = alertId() + "-marker-" + System.nanoTime();
    notifier.fixture.publish(Alerts.raised(marker, key, "Marker", List.of("nowhere")));
    await().until(() -> ledger().find(eq("_id", CompositeKey.of(marker, ""))).first() != null);
  }
}
