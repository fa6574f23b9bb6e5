@NullMarked
package io.plimsoll.demo;

import org.jspecify.annotations.NullMarked;
