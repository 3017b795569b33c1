package dev.perennial.ingest.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.perennial.starter.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a whole file, and where.
 *
 * @param row the line in the file, from 1
 * @param column its number, from 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FileProblem(
    @JsonUnwrapped Problem problem, @Nullable Integer row, @Nullable Integer column) {}
