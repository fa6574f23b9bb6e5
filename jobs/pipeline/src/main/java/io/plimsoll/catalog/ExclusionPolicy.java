package io.plimsoll.catalog;

import java.util.Optional;

/**
 * What an agreement does with windows of one kind.
 *
 * @param treatment what it does with their time
 * @param noticeHours hours before its start by which a window must have been approved; empty when an approval at any time will do
 * @param monthlyCapMinutes minutes of a local month that can be excluded; empty for no limit
 */
public record ExclusionPolicy(
        Treatment treatment, Optional<Integer> noticeHours, Optional<Integer> monthlyCapMinutes) {}
