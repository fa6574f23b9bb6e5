/** Who the enterprise is and what it promised: services, indicators, objectives, agreements. */
@NullMarked
package io.plimsoll.demo.company;

import org.jspecify.annotations.NullMarked;
