package dev.socialhub.loadtest.format;

import java.util.Locale;

/** How the generator is started: its arguments, properties and variables. */
public final class GeneratorArguments {
    /** The first argument, before the two files, if the plan is one of probes. */
    public static final String CALIBRATE = "calibrate";

    /** The JVM's property that lets the generator end when its standard input does. */
    public static final String TETHERED = "loadtest.tethered";

    /** The variable with the key that lets the generator delete its users. */
    public static final String SERVICE_TOKEN_KEY = "SERVICE_TOKEN_KEY";

    private GeneratorArguments() {}

    /** The variable with the password of a database's user. */
    public static String passwordVariable(String user) {
        return user.toUpperCase(Locale.ROOT) + "_DB_PASSWORD";
    }
}
