package dev.socialhub.shared.admission;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a controller for users whose work blocks and takes milliseconds. No more of it is done at a
 * time than helps; the rest waits for a moment or is refused with 503.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Admitted
public @interface ShortRequests {}
