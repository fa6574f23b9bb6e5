package io.plimsoll.demo.story;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.signal.Plot;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.truth.Truth;
import java.util.List;

/** Something that happens to the enterprise, and what must be found because of it. */
public interface Story {

    /** Whether its services run and its days are told; a story that does not fit is left out. */
    boolean fits(Company company, History history);

    /** Adds its events. */
    void plant(Company company, History history, Plot plot);

    /** What must be found, computed over everything that happened. */
    List<Truth> truths(World world);
}
