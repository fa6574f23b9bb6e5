/** The workspaces of {@code datasets/examples/}, run and held against the raw files. */
@NullMarked
package io.plimsoll.examples;

import org.jspecify.annotations.NullMarked;
