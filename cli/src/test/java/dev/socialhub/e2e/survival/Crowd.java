package dev.socialhub.e2e.survival;

import dev.socialhub.e2e.Client;
import dev.socialhub.e2e.Client.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** The users that act throughout a run, and the posts that they know to exist. */
final class Crowd {

    private final Client gateway;
    private final List<Person> cast;
    private final Map<String, Client> clients = new ConcurrentHashMap<>();
    private final List<String> posts = new ArrayList<>();

    private Crowd(Client gateway, List<Person> cast) {
        this.gateway = gateway;
        this.cast = cast;
        cast.forEach(person -> clients.put(person.username(), person.client()));
    }

    /** Creates this many new users. */
    static Crowd of(int size, Client gateway) {
        return new Crowd(gateway, Stream.generate(gateway::signUp).limit(size).toList());
    }

    List<Person> cast() {
        return cast;
    }

    Person anybody() {
        return cast.get(ThreadLocalRandom.current().nextInt(cast.size()));
    }

    /** A client for this user with the latest token. */
    Client as(Person person) {
        return clients.getOrDefault(person.username(), person.client());
    }

    void loggedIn(Person person, String token) {
        clients.put(person.username(), gateway.as(token));
    }

    synchronized void posted(String id) {
        posts.add(id);
    }

    /** A post that was acknowledged before now; empty if there is none yet. */
    synchronized List<String> anyPost() {
        return posts.isEmpty()
                ? List.of()
                : List.of(posts.get(ThreadLocalRandom.current().nextInt(posts.size())));
    }
}
