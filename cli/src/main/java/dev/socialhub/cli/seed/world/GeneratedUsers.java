package dev.socialhub.cli.seed.world;

import dev.socialhub.cli.seed.world.Language.Name;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The identities of all users. Only languages and times of joining are kept; the rest is computed
 * on demand.
 */
final class GeneratedUsers {
    /** All times lie within this span before the end. */
    static final long SPAN = 90 * ActivityTimes.DAY;

    private static final int LONGEST_USERNAME = 30;
    private static final int LONGEST_SKILLS = 4;
    private static final String DOMAIN = "@people.example";

    private final long key;
    private final String tag;
    private final List<Language> languages = Language.all();
    private final Ranks ranks;
    private final int active;
    private final int[] languageOf;
    private final long[] joined;

    /**
     * @param until the end of time
     * @param active how many of the best known users have any data
     */
    GeneratedUsers(long key, String tag, long until, Ranks ranks, int active, int[] languageOf) {
        this.key = key;
        this.tag = tag;
        this.ranks = ranks;
        this.active = active;
        this.languageOf = languageOf.clone();
        this.joined = new long[languageOf.length];
        for (int person = 0; person < joined.length; person++) {
            joined[person] = joined(person, until);
        }
    }

    /** Draws the language of every user. */
    static int[] languages(long key, int users) {
        List<Integer> urn = new ArrayList<>();
        List<Language> all = Language.all();
        for (int language = 0; language < all.size(); language++) {
            for (int i = 0; i < all.get(language).share(); i++) {
                urn.add(language);
            }
        }
        int[] languageOf = new int[users];
        for (int person = 0; person < users; person++) {
            languageOf[person] = RowKind.PERSON.dice(key, person).pick(urn);
        }
        return languageOf;
    }

    /** Most users joined early, the best known first of all. */
    private long joined(int person, long until) {
        SeededRandom dice = RowKind.JOINED.dice(key, person);
        double part = dice.unit();
        double at = ranks.rankOf(person) == 0 ? 0.01 : part * part * 0.9;
        long from = until - SPAN + (long) (at * SPAN);
        return ActivityTimes.between(
                from, from + ActivityTimes.DAY, language(person).hours(), dice);
    }

    Language language(int person) {
        return languages.get(languageOf[person]);
    }

    long joined(int person) {
        return joined[person];
    }

    UUID id(int person) {
        return GeneratedIds.of(joined[person], RowKind.PERSON_ID.dice(key, person));
    }

    String username(int person) {
        SeededRandom dice = names(person);
        Language language = language(person);
        String first = dice.pick(language.first()).plain();
        String last = dice.pick(language.last()).plain();
        String end = "." + tag + Integer.toString(person, 36);
        String name = first + "." + last;
        String begin = name.substring(0, Math.min(name.length(), LONGEST_USERNAME - end.length()));
        return (begin.endsWith(".") ? begin.substring(0, begin.length() - 1) : begin) + end;
    }

    /** A user; without headline, bio, place and skills if the user has no data. */
    GeneratedUser person(int person) {
        SeededRandom dice = names(person);
        Language language = language(person);
        Name first = dice.pick(language.first());
        Name last = dice.pick(language.last());
        String name =
                language.familyFirst()
                        ? last.written() + first.written()
                        : first.written() + " " + last.written();
        String username = username(person);
        boolean empty = ranks.rankOf(person) >= active;
        SeededRandom words = RowKind.PROFILE.dice(key, person);
        String place = words.pick(language.places());
        String headline = words.pick(language.jobs()) + " · " + place;
        String bio = PostTexts.filled(words.pick(language.lines()), language, words);
        return new GeneratedUser(
                id(person),
                username,
                username + DOMAIN,
                name,
                empty || words.chance(0.2) ? null : headline,
                empty || words.chance(0.3) ? null : bio,
                empty || words.chance(0.3) ? null : place,
                empty ? List.of() : skills(language, words),
                joined[person]);
    }

    private static List<String> skills(Language language, SeededRandom words) {
        Set<String> skills = new LinkedHashSet<>();
        int wanted = words.below(LONGEST_SKILLS + 1);
        for (int i = 0; i < wanted; i++) {
            skills.add(words.pick(language.topics()));
        }
        return List.copyOf(skills);
    }

    private SeededRandom names(int person) {
        SeededRandom dice = RowKind.PERSON.dice(key, person);
        // The first number has determined the language.
        long _ = dice.next();
        return dice;
    }
}
