package dev.socialhub.cli.seed;

import dev.socialhub.cli.seed.rows.Edge;
import dev.socialhub.contracts.user.EdgeKind;
import java.util.List;

/** Edges of one kind on their way to the users service. */
record EdgeRows(String kind, List<Row> edges) {
    record Row(String fromId, String toId, long changedAtMillis) {}

    static EdgeRows of(EdgeKind kind, List<Edge> edges) {
        return new EdgeRows(
                kind.wireName(),
                edges.stream()
                        .map(edge ->
                                new Row(
                                        edge.from().toString(),
                                        edge.to().toString(),
                                        edge.millis()))
                        .toList());
    }
}
