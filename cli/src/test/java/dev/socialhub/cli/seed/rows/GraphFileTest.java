package dev.socialhub.cli.seed.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphFileTest {
    private static final Instant UNTIL = Instant.parse("2025-11-01T00:00:00Z");

    @Test
    void readsTheFormsThatCollectionsUse() throws IOException {
        GraphFile graph =
                read(
                        """
                        # Directed graph
                        source,target
                        % sym positive
                        10\t20

                          20 30
                        30,10
                        10, 40, 1.5
                        40;20 1082008561
                        "20"	"10"
                        """);
        assertThat(graph.users()).isEqualTo(4);
        assertThat(graph.follows()).isEqualTo(6);
        assertThat(graph.repeated() + graph.selfEdges()).isZero();
    }

    @Test
    void countsWhatIsLeftOut() throws IOException {
        GraphFile graph = read("1 2\n1 2\n2 2\n2 1\n1,2\n");
        assertThat(graph.follows()).isEqualTo(2);
        assertThat(graph.repeated()).isEqualTo(2);
        assertThat(graph.selfEdges()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1 x", "from,to", "1 -2", "1 2.5", "99999999999999999999 1"})
    void namesTheLineThatIsNoEdge(String line) {
        assertThatThrownBy(() -> read("# first\n1 2\n" + line + "\n3 4\n"))
                .isInstanceOf(GraphFile.Malformed.class)
                .hasMessage("line 3 isn't an edge: " + line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# nothing\n", "5 5\n"})
    void refusesAFileWithoutEdges(String text) {
        assertThatThrownBy(() -> read(text)).hasMessage("no line is an edge");
    }

    @Test
    void isTheOnlyOneWhoSaysWhoFollowsWhom() throws IOException {
        StringBuilder ring = new StringBuilder();
        IntStream.range(0, 60).forEach(i -> ring.append(i).append(' ').append((i + 1) % 60 + "\n"));
        IntStream.range(1, 60).forEach(i -> ring.append(i).append(" 7\n"));
        GraphFile graph = read(ring.toString());
        GeneratedRows generated =
                new GeneratedRows(
                        new DataSet(
                                1,
                                new DataSetSizes(graph.users() + 3, 200, graph.follows()),
                                UNTIL,
                                graph));
        List<GeneratedUser> people = generated.users(0, 63);
        List<Edge> follows = generated.follows(0, graph.follows());
        assertThat(follows)
                .extracting(Edge::from, Edge::to)
                .contains(
                        tuple(people.get(0).id(), people.get(1).id()),
                        tuple(people.get(59).id(), people.get(0).id()))
                .doesNotHaveDuplicates();
        assertThat(generated.mostFollowed()).isEqualTo(people.get(7));
        List<UUID> unnamed = people.subList(60, 63).stream().map(GeneratedUser::id).toList();
        assertThat(unnamed).contains(generated.empty().orElseThrow().id());
        assertThat(follows).noneMatch(edge -> unnamed.contains(edge.from()));
        assertThat(generated.posts(0, 200)).noneMatch(post -> unnamed.contains(post.author()));
        assertThat(generated.blocks()).isEqualTo(3);
        for (Edge block : generated.blocks(0, 3)) {
            assertThat(follows)
                    .noneMatch(edge ->
                            List.of(edge.from(), edge.to())
                                    .containsAll(List.of(block.from(), block.to())));
        }
    }

    @Test
    void hasNoEmptyUserIfTheFileNamesAll() throws IOException {
        GraphFile graph = read("1 2\n");
        GeneratedRows generated =
                new GeneratedRows(new DataSet(1, new DataSetSizes(2, 10, 1), UNTIL, graph));
        assertThat(generated.empty()).isEmpty();
        assertThat(generated.follows(0, 1)).hasSize(1);
        assertThat(generated.averageUser()).isNotNull();
    }

    private static GraphFile read(String text) throws IOException {
        return GraphFile.read(new StringReader(text));
    }
}
