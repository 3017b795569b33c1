package dev.perennial.ingest.imports;

import dev.perennial.starter.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Nothing of a file can be read; carries no stack trace, since it is an answer. */
public final class RefusedFile extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final @Nullable Integer row;
  private final @Nullable Integer column;

  /**
   * @param row the line in the file, from 1
   * @param column its number, from 1
   */
  public RefusedFile(
      int status, String code, String detail, @Nullable Integer row, @Nullable Integer column) {
    super(code, null, false, false);
    this.problem = Problem.of(status, code, detail);
    this.row = row;
    this.column = column;
  }

  public RefusedFile(int status, String code, String detail) {
    this(status, code, detail, null, null);
  }

  FileProblem problem() {
    return new FileProblem(problem, row, column);
  }

  /** The code alone: what tests and logs may see. */
  public String code() {
    return problem.code();
  }

  int status() {
    return problem.status();
  }
}
