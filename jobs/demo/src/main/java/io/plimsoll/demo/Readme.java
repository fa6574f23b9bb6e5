package io.plimsoll.demo;

/** The page that tells a reader of the workspace what it is. */
final class Readme {

    private Readme() {}

    static String text(DemoOptions options) {
        return """
        # The Halyard Group, a made-up freight and parcel company

        A Plimsoll workspace of %d services over the %d days that end on %s, generated with seed %d: equal options give equal
        bytes. Nobody in it exists. Run it as of %s.

        - `plimsoll.yaml` maps what each tool exported to a feed; `catalog/` holds what was promised; `landing/` what the tools exported.
        - `late/` holds a file that comes after the newest month was sealed, and `truths-late.json` what must be found then: drop it
          into `landing/` at the same path, run, and seal the month again.
        - `truths.json` lists figures that a run must find, computed by the generator from what it planted, each with a sentence.

        The exports are as dirty as real ones:

        - Prometheus: weeks overlap by an hour; one file was dropped twice under two names.
        - CloudWatch: rows now and then come twice; a day arrives in a late file; two hours are restated with a later `UpdatedAt`;
          three rows are broken, and one of them, with more good than total, is the only word about its slot: it stays missing.
        - Journey robot: the second week's gzip file is torn; the same week stands whole beside it.
        - Uptime probe: switched off in the third week, which left a file with a header and no row.
        - Edge watch: a second opinion on the customs gateway, up to a minute late.
        - Status monitor: every change is logged twice, in the monitor's own words.
        - Service desk: an audit log of updates, day-first London time, `?` for nothing, CRLF, line breaks inside summaries,
          some updates out of order, two broken rows.
        - Route planner latency was not watched for four days; the AS2 channel had no traffic for a month; the clocks change
          in the last week of March.
        - Bills: support, tax and the shared gateway belong to no service.
        """.formatted(
                        options.services(),
                        options.days(),
                        options.endsOn(),
                        options.seed(),
                        options.endsOn().plusDays(1));
    }
}
