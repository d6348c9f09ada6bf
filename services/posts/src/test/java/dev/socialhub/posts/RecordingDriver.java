package dev.socialhub.posts;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's driver, which also records the statements that requests prepare. Those of scheduled
 * work, which runs on threads of another kind, are left out.
 */
public final class RecordingDriver implements Driver {

    static final String PREFIX = "jdbc:recording:";

    private static final List<String> STATEMENTS = new CopyOnWriteArrayList<>();

    /** The statements since the last call. */
    static List<String> takeStatements() {
        List<String> taken = List.copyOf(STATEMENTS);
        STATEMENTS.clear();
        return taken;
    }

    @Override
    public @Nullable Connection connect(String url, Properties properties) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        Connection connection =
                DriverManager.getConnection("jdbc:" + url.substring(PREFIX.length()), properties);
        return (Connection)
                Proxy.newProxyInstance(
                        RecordingDriver.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (_, method, arguments) -> {
                            if (method.getName().equals("prepareStatement")
                                    && Thread.currentThread().isVirtual()) {
                                record(String.valueOf(arguments[0]));
                            }
                            try {
                                return method.invoke(connection, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getTargetException();
                            }
                        });
    }

    private static void record(String sql) {
        if (!sql.contains("outbox")) {
            STATEMENTS.add(sql);
        }
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(PREFIX);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }
}
