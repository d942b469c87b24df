/** The dashboards of grafana/, written here and rendered there. */
@NullMarked
package io.rungwatch.grafana;

import org.jspecify.annotations.NullMarked;
