package dev.perennial.notifier.destinations;

import com.mongodb.client.MongoDatabase;
import dev.perennial.domain.SubscriberKey;
import java.security.SecureRandom;

/** Destinations put into the database as the service would. */
public final class StoredDestinations {

  private StoredDestinations() {}

  public static void put(
      MongoDatabase database,
      String encryptionKey,
      SubscriberKey owner,
      String id,
      String address) {
    var cipher = AddressCipher.withKey(encryptionKey, new SecureRandom());
    var destination = new Destination(owner, id, new EmailAddress(address));
    if (!new Destinations(database, cipher).put(destination)) {
      throw new IllegalStateException("The destination existed already");
    }
  }
}
