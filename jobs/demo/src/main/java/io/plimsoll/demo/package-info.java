/** A plausible freight enterprise written as a workspace: catalogue, exports of every tool, and the truths planted in them. */
@NullMarked
package io.plimsoll.demo;

import org.jspecify.annotations.NullMarked;
