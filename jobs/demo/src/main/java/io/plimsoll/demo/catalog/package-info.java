/** The catalogue of promises as OpenSLO and Plimsoll documents. */
@NullMarked
package io.plimsoll.demo.catalog;

import org.jspecify.annotations.NullMarked;
