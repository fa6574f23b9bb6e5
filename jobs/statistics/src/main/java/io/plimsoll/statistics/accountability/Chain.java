package io.plimsoll.statistics.accountability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows agreements to those that hold them up, and those to theirs. */
public final class Chain {

    /**
     * An agreement below the first one.
     *
     * @param path agreements from the first to this one; its size less 1 is the depth
     * @param version position of the version among the undertakings given
     * @param from first second at which every agreement of the path is in force
     * @param to first second at which one of them no longer is
     */
    public record Link(List<String> path, int version, long from, long to) {

        /** Copies the path. */
        public Link {
            path = List.copyOf(path);
        }

        /** The agreement itself. */
        public String id() {
            return path.get(path.size() - 1);
        }

        /** 1 for what holds the first agreement up directly. */
        public int depth() {
            return path.size() - 1;
        }
    }

    private final List<Undertaking> undertakings;
    private final List<Link> links = new ArrayList<>();

    private Chain(List<Undertaking> undertakings) {
        this.undertakings = undertakings;
    }

    /**
     * The links below an agreement in declared order, each followed by those below it. A link that would come back to an
     * agreement of its own path, or that names none, ends there.
     *
     * @param id the first agreement
     * @param from first second looked at
     * @param to first second no longer looked at
     * @param undertakings every version of every agreement; versions of one agreement do not overlap
     */
    public static List<Link> below(String id, long from, long to, List<Undertaking> undertakings) {
        Chain chain = new Chain(undertakings);
        for (Undertaking version : undertakings) {
            if (version.id().equals(id) && Math.max(version.from(), from) < Math.min(version.to(), to)) {
                chain.follow(version, List.of(id), Math.max(version.from(), from), Math.min(version.to(), to));
            }
        }
        return List.copyOf(chain.links);
    }

    /**
     * The way by which a link from one agreement to another comes back to where it began, ends included.
     *
     * @return empty when it does not
     */
    public static Optional<List<String>> cycle(String from, String to, List<Undertaking> undertakings) {
        if (from.equals(to)) {
            return Optional.of(List.of(from, to));
        }
        return below(to, Long.MIN_VALUE, Long.MAX_VALUE, undertakings).stream()
                .filter(link -> link.id().equals(from))
                .map(link -> {
                    List<String> way = new ArrayList<>(List.of(from));
                    way.addAll(link.path());
                    return way;
                })
                .findFirst();
    }

    private void follow(Undertaking undertaking, List<String> path, long from, long to) {
        for (String next : undertaking.underpinnedBy()) {
            if (!path.contains(next)) {
                step(next, path, from, to);
            }
        }
    }

    private void step(String next, List<String> path, long from, long to) {
        for (int version = 0; version < undertakings.size(); version++) {
            Undertaking undertaking = undertakings.get(version);
            long start = Math.max(undertaking.from(), from);
            long end = Math.min(undertaking.to(), to);
            if (undertaking.id().equals(next) && start < end) {
                List<String> further = new ArrayList<>(path);
                further.add(next);
                links.add(new Link(further, version, start, end));
                follow(undertaking, further, start, end);
            }
        }
    }
}
