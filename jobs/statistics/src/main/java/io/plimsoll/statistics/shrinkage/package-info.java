/** Small samples judged beside their class: empirical-Bayes estimates with what is not known of them. */
@NullMarked
package io.plimsoll.statistics.shrinkage;

import org.jspecify.annotations.NullMarked;
