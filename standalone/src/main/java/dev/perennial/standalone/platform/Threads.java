package dev.perennial.standalone.platform;

/**
 * Threads of the platform's own work: platform threads, not virtual ones. A virtual thread is
 * pinned to its carrier while a class is loaded; with few processors and Boot's nested jars, which
 * lock while they read, all carriers were seen to wait for a lock whose holder had none left to run
 * on.
 */
final class Threads {
  private Threads() {}

  static void start(Runnable work) {
    Thread.ofPlatform().daemon().name("platform-", 0).start(work);
  }
}
