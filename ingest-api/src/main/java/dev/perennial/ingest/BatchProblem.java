package dev.perennial.ingest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.perennial.starter.problem.Problem;
import java.util.List;

/** A problem of a whole batch, with what is wrong with each of its events. */
record BatchProblem(@JsonUnwrapped Problem problem, List<ItemResult> items) {}
