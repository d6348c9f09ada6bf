package dev.socialhub.shared.admission;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a controller for users whose work blocks and takes long by its nature, such as hashing a
 * password. It has a fixed limit of its own, so that it neither takes the place of short requests
 * nor makes the service look slow.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Admitted
public @interface LongRequests {}
