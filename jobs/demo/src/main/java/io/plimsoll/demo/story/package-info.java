/** One class a planted story: the events that it adds to the past and the figures that must follow from them. */
@NullMarked
package io.plimsoll.demo.story;

import org.jspecify.annotations.NullMarked;
