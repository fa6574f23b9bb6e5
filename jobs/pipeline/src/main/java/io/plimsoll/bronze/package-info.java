/** Feeds as they were accepted, with provenance; the ledger of files; rejected rows. */
@NullMarked
package io.plimsoll.bronze;

import org.jspecify.annotations.NullMarked;
