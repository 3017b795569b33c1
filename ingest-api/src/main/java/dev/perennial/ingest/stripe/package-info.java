/**
 * Stripe's webhooks: verified by their raw bytes, mapped to events of ours, and handed to the one
 * way in. Each family of Stripe's events is mapped by a class that knows nothing of HTTP.
 */
@NullMarked
package dev.perennial.ingest.stripe;

import org.jspecify.annotations.NullMarked;
