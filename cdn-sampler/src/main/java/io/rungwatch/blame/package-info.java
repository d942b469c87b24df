/** Where in the delivery chain a fault begins, from what each place showed of one object. Numbers in, one sentence out. */
@NullMarked
package io.rungwatch.blame;

import org.jspecify.annotations.NullMarked;
