package io.plimsoll.statistics.timeline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Whether a policy lets a window be excluded at all, before scope and cap are looked at.
 *
 * @param window the window
 * @param treatment MEASURED when its kind is not named
 * @param monthlyCapSeconds the policy's cap
 * @param refusal empty when it may be excluded
 */
record Appraisal(
        ExclusionWindow window, Treatment treatment, OptionalLong monthlyCapSeconds, Optional<NotExcluded> refusal) {
    static Appraisal of(ExclusionWindow window, @Nullable ExclusionPolicy policy) {
        if (policy == null) {
            String text = "the agreement names no policy for kind '" + window.kind() + "'";
            return new Appraisal(
                    window,
                    Treatment.MEASURED,
                    OptionalLong.empty(),
                    Optional.of(new NotExcluded(ReasonNotExcluded.KIND_NOT_NAMED, text)));
        }
        return new Appraisal(window, policy.treatment(), policy.monthlyCapSeconds(), refusal(window, policy));
    }

    boolean isGranted() {
        return refusal.isEmpty();
    }

    private static Optional<NotExcluded> refusal(ExclusionWindow window, ExclusionPolicy policy) {
        if (policy.treatment() == Treatment.MEASURED) {
            return Optional.of(
                    new NotExcluded(ReasonNotExcluded.MEASURED, "the agreement measures kind '" + window.kind() + "'"));
        }
        if (window.approvedAt().isEmpty()) {
            return Optional.of(new NotExcluded(ReasonNotExcluded.NO_APPROVAL, "not approved"));
        }
        if (policy.noticeSeconds().isEmpty()) {
            return Optional.empty();
        }
        return shortNotice(
                window.from() - window.approvedAt().getAsLong(),
                policy.noticeSeconds().getAsLong());
    }

    private static Optional<NotExcluded> shortNotice(long given, long needed) {
        if (given >= needed) {
            return Optional.empty();
        }
        String approved = given >= 0
                ? "approved " + hours(given) + " h before the start, "
                : "approved " + hours(-given) + " h after the start, ";
        String asked = needed == 0 ? "needed at the start at the latest" : hours(needed) + " h needed";
        return Optional.of(new NotExcluded(ReasonNotExcluded.NOTICE_TOO_SHORT, approved + asked));
    }

    private static String hours(long seconds) {
        return BigDecimal.valueOf(seconds)
                .divide(BigDecimal.valueOf(3600), 2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
