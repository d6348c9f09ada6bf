/** Made-up data that operators send in batches: what all services check and answer alike. */
@NullMarked
package dev.socialhub.ops.seed;

import org.jspecify.annotations.NullMarked;
