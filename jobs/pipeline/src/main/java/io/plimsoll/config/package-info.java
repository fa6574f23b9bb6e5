/** What a person writes for a workspace, read with the place of every value, and everything wrong in it reported together. */
@NullMarked
package io.plimsoll.config;

import org.jspecify.annotations.NullMarked;
