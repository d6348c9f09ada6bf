package dev.socialhub.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Chat as clients on Node use it, through the gateway: the official client, and our example. */
class ChatClientIT {

    private static final String FOLDER = "services/chat/src/test/client";
    private static final Pattern EVENT =
            Pattern.compile("(?m)^chat_events_total\\{[^}]*event=\"(?!unknown\")([^\"]+)\"");
    private static final Pattern EXAMPLE = Pattern.compile("```js\n(.*?)```", Pattern.DOTALL);

    private final PlatformUnderTest platform = PlatformUnderTest.shared();
    private final Client.Person ada = platform.gateway().signUp();
    private final Client.Person bob = platform.gateway().signUp();

    @Test
    void theOfficialClientWorksWithItsDefaultOptions() throws Exception {
        Process tests =
                NodeFolder.of(platform, FOLDER)
                        .node(
                                Map.of(
                                        "GATEWAY",
                                        platform.gateway().base(),
                                        "TOKENS",
                                        ada.token() + "," + bob.token()),
                                "--test",
                                "chat.test.js");
        String output = new String(tests.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(tests.waitFor()).as(output).isZero();
        assertThat(output).contains("fail 0").contains("skipped 0");
    }

    @Test
    void theExampleOfTheReadMeTalks() throws Exception {
        String readMe = Files.readString(platform.root().resolve("services/chat/README.md"));
        Matcher example = EXAMPLE.matcher(readMe);
        assertThat(example.find()).isTrue();
        NodeFolder folder = NodeFolder.of(platform, FOLDER);
        folder.write("example.js", example.group(1));
        String room = "example-" + ada.username();
        List<Process> clients = List.of(start(folder, ada, room), start(folder, bob, room));
        try {
            BufferedWriter keyboard = clients.getFirst().outputWriter();
            keyboard.write("Hello from Ada\n");
            keyboard.flush();
            for (Process client : clients) {
                BufferedReader screen = client.inputReader();
                assertThat(screen.readLine()).isEqualTo("1 " + ada.username() + ": Hello from Ada");
            }
        } finally {
            clients.forEach(Process::destroy);
        }
    }

    /** The service counts each event that it handles, from its start on. */
    @Test
    void theEventsThatChatHandlesAreTheDescribedOnes() throws Exception {
        JsonNode described =
                new YAMLMapper()
                        .readTree(platform.root().resolve("services/chat/asyncapi.yml").toFile())
                        .at("/operations/receive/messages");
        List<String> names = new ArrayList<>();
        described
                .findValuesAsText("$ref")
                .forEach(path -> names.add(path.substring(path.lastIndexOf('/') + 1)));
        String meters = platform.service("chat").get("/prometheus").text();
        assertThat(EVENT.matcher(meters).results().map(one -> one.group(1)))
                .containsExactlyInAnyOrderElementsOf(names);
    }

    private Process start(NodeFolder folder, Client.Person person, String room) throws Exception {
        return folder.node(Map.of(), "example.js", platform.gateway().base(), person.token(), room);
    }
}
