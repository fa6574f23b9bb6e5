package io.plimsoll.source.landing;

import java.util.Optional;

/**
 * What one look through a file told: either its content or why it cannot be read.
 *
 * @param file the file
 * @param digest SHA-256 of its bytes, hexadecimal; empty when the bytes could not be read to the end
 * @param content what it holds; empty when it cannot be read
 * @param error why it cannot be read; empty when it can
 */
public record Inspection(LandingFile file, Optional<String> digest, Optional<Content> content, Optional<String> error) {

    static Inspection rejected(LandingFile file, Optional<String> digest, String error) {
        return new Inspection(file, digest, Optional.empty(), Optional.of(error));
    }
}
