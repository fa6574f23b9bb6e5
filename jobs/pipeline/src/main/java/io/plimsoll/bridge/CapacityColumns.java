package io.plimsoll.bridge;

/** Columns by which a resource's series carries what is declared of it. Null is not declared. */
public final class CapacityColumns {

    /** DOUBLE: all units together, in the metric's unit. */
    public static final String RAW_CAPACITY = "raw_capacity";

    /** INT: alike units that make up the capacity; null when it matters and is not known. */
    public static final String UNITS = "units";

    /** INT, not null: units whose loss must not be felt, at most {@value #UNITS}. */
    public static final String SPARE_UNITS = "spare_units";

    /** DOUBLE in [0,1). */
    public static final String BUFFER_RATIO = "buffer_ratio";

    /** DOUBLE in (0,1]. */
    public static final String TARGET_UTILISATION = "target_utilisation";

    /** INT. */
    public static final String LEAD_TIME_DAYS = "lead_time_days";

    /** DOUBLE, positive. */
    public static final String ORDER_STEP = "order_step";

    /** LONG: hours since 1970, the step of the series. */
    public static final String HOUR = "hour";

    /** DOUBLE: mean of an hour's samples. */
    public static final String USED_MEAN = "used_mean";

    /** DOUBLE: highest of an hour's samples. */
    public static final String USED_MAX = "used_max";

    /** ARRAY of the scenarios that apply to the resource, as {@link CapacityPlans#SCENARIO}. */
    public static final String SCENARIOS = "scenarios";

    private CapacityColumns() {}
}
