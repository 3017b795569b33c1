package dev.perennial.backends;

/** What a test can ask for. */
public enum Backend {
  /** One broker, {@link KafkaBroker}. */
  KAFKA,
  /** A replica set with sign-in, {@link MongoServer}. */
  MONGODB,
  /** A server with a password, {@link RedisServer}. */
  REDIS,
  /** An SMTP server that keeps what it gets, {@link MailServer}. */
  MAIL
}
