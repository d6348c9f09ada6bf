package dev.socialhub.chat.socket;

import dev.socialhub.shared.identity.Caller;
import dev.socialhub.shared.testing.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A client that records what it receives, however often. */
public final class FakeSocket implements ClientSocket {

    private final String id = UUID.randomUUID().toString();
    private final Caller caller;
    private final FakeGroups groups;
    private final List<Received> received = new CopyOnWriteArrayList<>();

    FakeSocket(Caller caller, FakeGroups groups) {
        this.caller = caller;
        this.groups = groups;
    }

    /** An event that came. */
    public record Received(String event, String body) {

        public Json json() {
            return Json.of(body);
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public void emit(OutgoingEvent event) {
        received.add(new Received(event.name(), new String(event.json(), StandardCharsets.UTF_8)));
    }

    @Override
    public void join(String group) {
        groups.join(group, this);
    }

    @Override
    public void leave(String group) {
        groups.leave(group, this);
    }

    @Override
    public Set<String> groups() {
        return groups.of(this);
    }

    @Override
    public void disconnect(String reason) {
        groups.disconnect(this);
    }

    /** The events of this name, in the order in which they came. */
    public List<Json> events(String name) {
        return received.stream()
                .filter(one -> one.event().equals(name))
                .map(Received::json)
                .toList();
    }

    /** The numbers of all messages that came, as history or one by one, in their order. */
    public List<Long> seqs() {
        return received.stream()
                .filter(one ->
                        one.event().equals("message_history")
                                || one.event().equals("new_message")
                                || one.event().equals("incoming-message"))
                .flatMap(one ->
                        one.event().equals("message_history")
                                ? one.json().values().stream()
                                : List.of(one.json()).stream())
                .map(one -> one.get("seq").getLongValue())
                .toList();
    }
}
