/** What the cache headers say: of an answer's headers, who gave it out of which cache, and how sure that is. */
@NullMarked
package io.rungwatch.cache;

import org.jspecify.annotations.NullMarked;
