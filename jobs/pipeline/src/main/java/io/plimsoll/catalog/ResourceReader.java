package io.plimsoll.catalog;

import io.plimsoll.config.Form;
import io.plimsoll.config.Forms;
import io.plimsoll.config.YamlMap;
import java.math.BigDecimal;
import java.util.Optional;
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

    private static final Form<BigDecimal> BUFFER = Body.NOT_NEGATIVE.where(
            ratio -> ratio.compareTo(BigDecimal.ONE) < 0, "is not in [0,1); write a ratio such as 0.1");
    private static final Form<Integer> UNITS = Body.NUMBER.where(number -> number > 0, "is not greater than 0");

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
                "units",
                "buffer",
                "billingSelector");
        YamlMap spec = body.spec();
        Redundancy redundancy = spec.value("redundancy", Redundancy.FORM).orElse(Redundancy.NONE);
        Optional<Integer> units = spec.value("units", UNITS);
        if (units.isPresent() && units.get() <= redundancy.spareUnits()) {
            spec.problem(
                    "units",
                    "redundancy " + redundancy + " leaves nothing of " + units.get()
                            + " units; count the spare ones too, so more than " + redundancy.spareUnits());
        }
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
                redundancy,
                units,
                spec.value("buffer", BUFFER),
                spec.text("billingSelector"),
                body.effective(),
                body.origin());
    }
}
