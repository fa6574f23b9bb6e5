/** Figures that follow from what was planted, computed by plain loops over the true records. */
@NullMarked
package io.plimsoll.demo.truth;

import org.jspecify.annotations.NullMarked;
