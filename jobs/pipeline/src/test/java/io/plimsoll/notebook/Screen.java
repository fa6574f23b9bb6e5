package io.plimsoll.notebook;

import java.util.ArrayList;
import java.util.List;

/** What the notebook that runs has shown: the {@code display} of a kernel, for tests. One notebook runs at a time. */
public final class Screen {

    private static final List<Object> SHOWN = new ArrayList<>();

    private Screen() {}

    /** Shows a frame, a picture or a text. */
    public static void display(Object shown) {
        SHOWN.add(shown);
    }

    /** What was shown since the last call, in order. */
    static List<Object> take() {
        List<Object> taken = List.copyOf(SHOWN);
        SHOWN.clear();
        return taken;
    }
}
