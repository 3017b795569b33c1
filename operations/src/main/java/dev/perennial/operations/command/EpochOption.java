package dev.perennial.operations.command;

import picocli.CommandLine.Option;

/** Which build of the projections. */
final class EpochOption {

  @Option(
      names = "--epoch",
      paramLabel = "N",
      description = "The projections' epoch, from 1; or $$PERENNIAL_EPOCH; else 1.",
      defaultValue = "${env:PERENNIAL_EPOCH:-1}")
  private int epoch = 1;

  int epoch() {
    return epoch;
  }
}
