/** Pictures of figures, for commands, packs and notebooks; it knows no table and no Spark. */
@NullMarked
package io.plimsoll.chart;

import org.jspecify.annotations.NullMarked;
