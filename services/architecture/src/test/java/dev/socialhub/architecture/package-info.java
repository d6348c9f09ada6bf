/** The promises that the code of all modules keeps. */
@NullMarked
package dev.socialhub.architecture;

import org.jspecify.annotations.NullMarked;
