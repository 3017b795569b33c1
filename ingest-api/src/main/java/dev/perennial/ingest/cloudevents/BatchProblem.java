package dev.perennial.ingest.cloudevents;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.perennial.ingest.intake.ItemResult;
import dev.perennial.starter.problem.Problem;
import java.util.List;

/** A problem of a whole batch, with what is wrong with each of its events. */
record BatchProblem(@JsonUnwrapped Problem problem, List<ItemResult> items) {}
