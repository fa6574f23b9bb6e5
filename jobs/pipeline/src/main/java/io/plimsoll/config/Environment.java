package io.plimsoll.config;

import java.util.Optional;

/** Where {@code ${env:NAME}} takes its values from. */
@FunctionalInterface
public interface Environment {

    /** The value of a variable; empty when it is not set. */
    Optional<String> value(String name);

    /** The variables of this process. */
    static Environment ofProcess() {
        return name -> Optional.ofNullable(System.getenv(name));
    }
}
