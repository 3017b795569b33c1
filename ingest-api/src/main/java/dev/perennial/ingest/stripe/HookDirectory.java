package dev.perennial.ingest.stripe;

import dev.perennial.contracts.control.Hook;
import dev.perennial.starter.access.ControlDirectory;
import java.time.Clock;
import java.util.Optional;

/** Hooks by id, remembered as API keys are. */
final class HookDirectory {

  private final ControlDirectory<Hook> hooks;
  private final Clock clock;

  HookDirectory(HookStore store, Clock clock) {
    this.hooks = new ControlDirectory<>(store::find, clock);
    this.clock = clock;
  }

  /**
   * The hook that listens there; revoked ones do not.
   *
   * @throws ControlDirectory.Unavailable if nobody can say now
   */
  Optional<Hook> find(String id) {
    // No hook has another form: a path that nobody made costs no look-up.
    return Hook.isId(id)
        ? hooks.find(id).filter(hook -> !hook.isRevoked(clock.instant()))
        : Optional.empty();
  }
}
