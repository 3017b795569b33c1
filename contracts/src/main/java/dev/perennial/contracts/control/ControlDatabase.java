package dev.perennial.contracts.control;

/** Names in the control database. */
public final class ControlDatabase {

  public static final String NAME = "control";

  /** One {@link ApiKey} a document. */
  public static final String API_KEYS = "apiKeys";

  /** {@code {_id, name, createdAt}} by the tenant's id. */
  public static final String TENANTS = "tenants";

  /** One {@link SignInToken} a document. */
  public static final String SIGN_IN_TOKENS = "signInTokens";

  /** What operators did with dead letters: one replay or discard a document, only ever inserted. */
  public static final String DEAD_LETTER_AUDIT = "deadLetterAudit";

  /** What operators changed: a chain of hashes, only ever inserted. */
  public static final String AUDIT = "audit";

  /** {@link ServingEpoch}, and which epoch is being built. */
  public static final String EPOCHS = "epochs";

  /** What operators did with epochs: one step a document, only ever inserted. */
  public static final String REPLAY_AUDIT = "replayAudit";

  /** One {@link Hook} a document. */
  public static final String HOOKS = "hooks";

  private ControlDatabase() {}
}
