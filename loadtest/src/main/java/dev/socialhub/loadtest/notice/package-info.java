/** Whether, how often and how soon users are notified. */
@NullMarked
package dev.socialhub.loadtest.notice;

import org.jspecify.annotations.NullMarked;
