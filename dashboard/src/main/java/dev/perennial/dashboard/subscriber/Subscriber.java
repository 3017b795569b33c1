package dev.perennial.dashboard.subscriber;

import dev.perennial.domain.period.PeriodRule;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * One subscriber of one tenant, as a read needs it.
 *
 * @param zone the zone in force now; UTC while no subscription tells one
 * @param partition the partition that computed every document of this subscriber
 * @param today the local date in that zone
 * @param periodRule where its periods begin; calendar months while it has not said
 */
public record Subscriber(
    String tenantId,
    String subscriberId,
    ZoneId zone,
    int partition,
    LocalDate today,
    PeriodRule periodRule) {}
