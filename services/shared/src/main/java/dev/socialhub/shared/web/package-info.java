/** What every request carries: its id, its trace, its log context. */
@NullMarked
package dev.socialhub.shared.web;

import org.jspecify.annotations.NullMarked;
