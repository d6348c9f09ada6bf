package dev.socialhub.testkit;

import java.util.regex.Pattern;

/** Connection strings of MongoDB. */
final class MongodbUri {
    /** Scheme, credentials and hosts; a database, if one is named; options, if there are any. */
    private static final Pattern PARTS =
            Pattern.compile("(mongodb(?:\\+srv)?://[^/?]+)(?:/([^?]*))?(\\?.*)?");

    private MongodbUri() {}

    /**
     * The same server and options with another database. The credentials' database stays as well:
     * without an option that names it, it is the database that was named.
     *
     * @throws IllegalArgumentException if it is no connection string
     */
    static String withDatabase(String uri, String database) {
        var parts = PARTS.matcher(uri);
        if (!parts.matches()) {
            // Without the value, which may hold a password.
            throw new IllegalArgumentException("MONGODB_URI is not a connection string of MongoDB");
        }
        var options = parts.group(3) == null ? "" : parts.group(3);
        var named = parts.group(2) == null ? "" : parts.group(2);
        if (!named.isEmpty() && uri.contains("@") && !options.contains("authSource=")) {
            options = (options.isEmpty() ? "?" : options + "&") + "authSource=" + named;
        }
        return parts.group(1) + "/" + database + options;
    }
}
