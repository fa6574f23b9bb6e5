/** What notebooks work with: published rows as Tablesaw frames, and frames as pictures. */
@NullMarked
package io.plimsoll.notebook;

import org.jspecify.annotations.NullMarked;
