/** A calibration from its plan to its outcome. */
@NullMarked
package dev.socialhub.loadtest.calibration;

import org.jspecify.annotations.NullMarked;
