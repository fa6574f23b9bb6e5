package io.plimsoll.source.landing;

import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;

/**
 * A file that is being looked through.
 *
 * @param file what it is
 * @param uncompressed its bytes, to be read to their end
 * @param configuration for readers that open the file themselves
 */
public record Opened(LandingFile file, InputStream uncompressed, Configuration configuration) {}
