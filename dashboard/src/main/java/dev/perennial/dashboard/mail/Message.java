package dev.perennial.dashboard.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A mail as the development mail server tells of it. */
record Message(
    String id,
    Instant receivedAt,
    String to,
    String subject,
    @Nullable String text,
    @Nullable String html) {}
