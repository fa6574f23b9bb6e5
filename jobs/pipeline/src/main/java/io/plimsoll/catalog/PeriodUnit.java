package io.plimsoll.catalog;

/** How often an agreement is judged: a calendar unit of its zone. */
public enum PeriodUnit {
    /** A calendar month. */
    MONTH("month"),
    /** Three calendar months, from January, April, July and October. */
    QUARTER("quarter"),
    /** A calendar year. */
    YEAR("year");

    private final String word;

    PeriodUnit(String word) {
        this.word = word;
    }

    /** The word of the catalogue. */
    public String word() {
        return word;
    }
}
