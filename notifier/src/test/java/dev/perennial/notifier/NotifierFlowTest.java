package dev.perennial.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.WithBackends;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Alerts in, mails and deliveries out, on real Kafka, MongoDB and SMTP. */
@WithBackends({Backend.KAFKA, Backend.MONGODB, Backend.MAIL})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotifierFlowTest {

  private RunningNotifier notifier;
  private TestSubscriber alice;

  @BeforeAll
  void start(Backends backends) {
    notifier = new RunningNotifier(backends);
  }

  @AfterAll
  void stop() {
    notifier.close();
  }

  @BeforeEach
  void newSubscriber() {
    alice = notifier.newSubscriber();
  }

  @Test
  void anAlertBecomesOneReadableMail() {
    var to = alice.destination("mail");

    alice.alert();

    var received = alice.awaitMail(to);
    assertThat(plain(received.subject()))
        .isEqualTo("Netflix renews in 7 days: EUR 12.99 on Mon 30 Nov 2026");
    assertThat(received.from()).contains("alerts@perennial.example");
    assertThat(received.to()).containsExactly(to);
    assertThat(plain(received.text())).contains("EUR 12.99 will be charged for Netflix");
    assertThat(plain(received.html())).contains("<h1", "EUR 12.99", "Netflix Inc.");
    assertThat(alice.awaitPublished("mail", "SENT")).containsEntry("destinationId", "mail");
  }

  @Test
  void anAlertOfAnotherTypeIsToldInItsOwnWords() {
    var to = alice.destination("mail");

    alice.priceAlert();

    var received = alice.awaitMail(to);
    assertThat(plain(received.subject()))
        .isEqualTo("Netflix costs EUR 12.99 from Mon 30 Nov 2026, until now EUR 9.99");
    assertThat(plain(received.text())).contains("Price until now: EUR 9.99", "EUR 3.00 more");
    assertThat(alice.awaitPublished("mail", "SENT"))
        .containsEntry("alertType", "price.changed")
        .containsEntry("title", received.subject());
  }

  @Test
  void shouldTellOfAnUnexpectedPaymentWhatWasDue() {
    var to = alice.destination("mail");

    alice.unexpectedPaymentAlert();

    var received = alice.awaitMail(to);
    assertThat(plain(received.subject()))
        .isEqualTo("Netflix: a payment of EUR 12.99 does not match the EUR 10.99 due");
    assertThat(plain(received.text())).contains("Was due: EUR 10.99", "Payment: pay-7");
    assertThat(plain(received.html())).contains("EUR 10.99", "pay-7");
  }

  @Test
  void aDigestIsToldAndPublishedWithoutASubscription() {
    var to = alice.destination("mail");

    alice.digest();

    var received = alice.awaitMail(to);
    assertThat(plain(received.subject())).isEqualTo("Week of Mon 30 Nov 2026: 1 charge, EUR 12.99");
    assertThat(plain(received.text())).contains("Wed 2 Dec 2026, Netflix: EUR 12.99");
    assertThat(alice.awaitPublished("mail", "SENT"))
        .containsEntry("alertType", "digest.weekly")
        .doesNotContainKeys("subscriptionId", "amount");
  }

  @Test
  void theDeliveryIsPublishedWithItsRevisionAndItsPartition() {
    alice.destination("mail");

    alice.alert();

    var document = alice.awaitPublished("mail", "SENT");
    assertThat(document)
        .containsEntry("alertId", alice.alertId())
        .containsEntry("channel", "email")
        .containsEntry("alertType", "renewal.upcoming")
        .doesNotContainKeys("claim", "outbox", "locale", "address");
    assertThat(document.get("amount"))
        .isEqualTo(new Document("value", Decimal128.parse("12.99")).append("currency", "EUR"));
    assertThat(document.get("dueOn", Date.class)).hasSameTimeAs("2026-11-30T00:00:00.000Z");
    assertThat(plain(document.getString("title"))).startsWith("Netflix renews in 7 days");
  }

  @Test
  void everyPublishedRevisionIsNewerThanTheOneBefore() {
    alice.destination("mail");
    alice.alert();
    alice.awaitPublished("mail", "SENT");

    var published = notifier.published(alice.rowId("mail"));

    assertThat(published).extracting(each -> each.document().getLong("version")).isSorted();
    assertThat(published)
        .allSatisfy(
            each -> assertThat(each.document()).containsEntry("partition", each.partition()));
  }

  @Test
  void aRedeliveredAlertChangesNothing() {
    var to = alice.destination("mail");
    alice.alert();
    alice.awaitPublished("mail", "SENT");
    var before = alice.row("mail");
    alice.destination("registered-later");

    alice.alert();
    alice.awaitConsumed();

    assertThat(alice.rows()).containsExactly(before);
    assertThat(alice.mailsTo(to)).hasSize(1);
  }

  @Test
  void aRedeliveredAlertThatHadNoDestinationStaysWithout() {
    alice.alert();
    alice.awaitPublished("", "NO_DESTINATION");
    alice.destination("registered-later");

    alice.alert();
    alice.awaitConsumed();

    assertThat(alice.rows()).extracting(row -> row.get("state")).containsExactly("NO_DESTINATION");
  }

  @Test
  void anAlertGoesToEachDestinationOnce() {
    var home = alice.destination("home");
    var work = alice.destination("work");

    alice.alert();

    alice.awaitPublished("home", "SENT");
    alice.awaitPublished("work", "SENT");
    assertThat(alice.mailsTo(home)).hasSize(1);
    assertThat(alice.mailsTo(work)).hasSize(1);
    assertThat(alice.rows()).hasSize(2);
  }

  @Test
  void routingChoosesAmongTheDestinations() {
    alice.destination("home");
    var work = alice.destination("work");

    alice.alertRoutedTo(List.of("work", "nowhere", "work"));

    alice.awaitMail(work);
    assertThat(alice.rows()).extracting(row -> row.get("destinationId")).containsExactly("work");
  }

  @Test
  void anAlertWithoutDestinationIsPublishedAsSuch() {
    alice.alert();

    var document = alice.awaitPublished("", "NO_DESTINATION");

    assertThat(document).doesNotContainKeys("destinationId", "channel");
    assertThat(plain(document.getString("title"))).startsWith("Netflix renews");
  }

  @Test
  void withdrawingWhatWasSentChangesNothing() {
    alice.destination("mail");
    alice.alert();
    alice.awaitPublished("mail", "SENT");

    alice.withdraw();
    alice.awaitConsumed();

    assertThat(alice.row("mail")).containsEntry("state", "SENT");
  }

  @Test
  void noAddressLiesInTheDatabaseInPlainText() {
    var to = alice.destination("mail");
    alice.alert();
    alice.awaitPublished("mail", "SENT");

    var database = notifier.database();
    for (var collection : database.listCollectionNames()) {
      for (var document : database.getCollection(collection).find()) {
        assertThat(document.toJson()).doesNotContain(to);
      }
    }
  }

  private static String plain(String text) {
    return text.replace('\u00a0', ' ').replace("&nbsp;", " ");
  }
}
