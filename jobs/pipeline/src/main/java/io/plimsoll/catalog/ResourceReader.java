package io.plimsoll.catalog;

import io.plimsoll.config.Form;
import io.plimsoll.config.Forms;
import io.plimsoll.config.YamlMap;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Reads resources. */
final class ResourceReader {

    private static final Pattern CURRENCY_TEXT = Pattern.compile("[A-Z]{3}");
    private static final Form<String> CURRENCY = Forms.TEXT.where(
            text -> CURRENCY_TEXT.matcher(text).matches(), "is not a currency; write its three letters, such as EUR");
    private static final Form<BigDecimal> POSITIVE =
            Forms.DECIMAL.where(number -> number.signum() > 0, "is not greater than 0");
    private static final Form<BigDecimal> UTILISATION = POSITIVE.where(
            ratio -> ratio.compareTo(BigDecimal.ONE) <= 0, "is not in (0,1]; write a ratio such as 0.65");

    private ResourceReader() {}

    static Resource read(Body body) {
        body.allow(
                "service",
                "metrics",
                "unit",
                "capacity",
                "leadTimeDays",
                "orderStep",
                "unitCost",
                "currency",
                "targetUtilisation",
                "redundancy",
                "billingSelector");
        YamlMap spec = body.spec();
        return new Resource(
                body.name(),
                spec.text("service"),
                spec.values("metrics", Forms.TEXT),
                spec.text("unit"),
                spec.value("capacity", POSITIVE),
                spec.value("leadTimeDays", Body.NUMBER),
                spec.value("orderStep", POSITIVE),
                spec.value("unitCost", Body.NOT_NEGATIVE),
                spec.value("currency", CURRENCY),
                spec.value("targetUtilisation", UTILISATION),
                spec.value("redundancy", Redundancy.FORM).orElse(Redundancy.NONE),
                spec.text("billingSelector"),
                body.effective(),
                body.origin());
    }
}
