package dev.perennial.backends;

import java.util.Optional;

/** Somebody else's server: never started, never stopped by us. */
record MongoGiven(String uri) implements MongoSource {
  @Override
  public Optional<GuardedProcess> process() {
    return Optional.empty();
  }

  @Override
  public void launch() {}

  @Override
  public void stop() {}

  @Override
  public String toString() {
    return "MongoGiven";
  }
}
