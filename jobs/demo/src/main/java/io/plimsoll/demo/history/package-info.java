/** Calendar arithmetic of the generated past and its repeatable noise. */
@NullMarked
package io.plimsoll.demo.history;

import org.jspecify.annotations.NullMarked;
