package dev.perennial.benchmarks;

import java.lang.management.ManagementFactory;

/**
 * Time that the processor worked, which other work on the machine hardly changes; what passes on
 * the clock meanwhile it may change many times over.
 *
 * @param thread of the calling thread, in nanoseconds
 * @param process of all threads of this process, the broker's too, in nanoseconds
 */
public record CpuTime(long thread, long process) {

  public static CpuTime now() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new CpuTime(
        ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime(), system.getProcessCpuTime());
  }

  static CpuTime none() {
    return new CpuTime(0, 0);
  }

  public CpuTime since(CpuTime earlier) {
    return new CpuTime(thread - earlier.thread, process - earlier.process);
  }
}
