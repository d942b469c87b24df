/** Whether the server that is to take over could. One check per file. */
@NullMarked
package io.rungwatch.checks.standby;

import org.jspecify.annotations.NullMarked;
