@NullMarked
package io.plimsoll.statistics;

import org.jspecify.annotations.NullMarked;
