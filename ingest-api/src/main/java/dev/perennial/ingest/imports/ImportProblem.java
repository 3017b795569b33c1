package dev.perennial.ingest.imports;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.perennial.starter.problem.Problem;
import java.util.List;

/** A problem of a whole file, with what is wrong with each of its rows. */
public record ImportProblem(@JsonUnwrapped Problem problem, List<ImportItem> items) {}
