/** The governance pack: questions to the published tables, asked of pinned versions, as a page, a document and a manifest. */
@NullMarked
package io.plimsoll.publish.pack;

import org.jspecify.annotations.NullMarked;
