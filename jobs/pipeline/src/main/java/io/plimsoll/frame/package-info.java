/** Published rows as Tablesaw frames, and frames as pictures: what packs and notebooks work with. */
@NullMarked
package io.plimsoll.frame;

import org.jspecify.annotations.NullMarked;
