package dev.socialhub.loadtest.probe.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What a service asks of its database for one operation. */
public interface SqlWork {

    /** Of the probe, and of the file with its statements. */
    String name();

    /** Whose database it is. */
    String service();

    /** That are made empty, like the service's own. */
    List<String> tables();

    /** Statements that fill them with some thousand rows. */
    List<String> rows();

    /** Gets ready on a connection that sees these tables. */
    Turn prepare(Connection connection) throws SQLException;

    /** One operation from the first statement to the last. */
    @FunctionalInterface
    interface Turn {

        /** Does it for the operation of this number. */
        void execute(int number) throws SQLException;
    }
}
