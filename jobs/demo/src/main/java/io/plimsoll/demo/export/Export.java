package io.plimsoll.demo.export;

import io.plimsoll.demo.signal.World;
import java.util.List;

/** One tool: the files that it drops into the landing folder and how the settings map them to feeds. */
public interface Export {

    /** The settings of its sources; empty when it has nothing to say about this enterprise. */
    List<Source> sources(World world);

    /** Writes its files; not called when it has no sources. */
    void write(World world, Landing landing);
}
