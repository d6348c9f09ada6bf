package dev.socialhub.cli.seed.rows;

import dev.socialhub.cli.seed.rows.Language.Name;
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
        for (int user = 0; user < joined.length; user++) {
            joined[user] = joined(user, until);
        }
    }

    /** Draws the language of every user. */
    static int[] languages(long key, int users) {
        List<Integer> pool = new ArrayList<>();
        List<Language> all = Language.all();
        for (int language = 0; language < all.size(); language++) {
            for (int i = 0; i < all.get(language).share(); i++) {
                pool.add(language);
            }
        }
        int[] languageOf = new int[users];
        for (int user = 0; user < users; user++) {
            languageOf[user] = RowKind.PERSON.random(key, user).pick(pool);
        }
        return languageOf;
    }

    /** Most users joined early, the best known first of all. */
    private long joined(int user, long until) {
        SeededRandom random = RowKind.JOINED.random(key, user);
        double part = random.unit();
        double at = ranks.rankOf(user) == 0 ? 0.01 : part * part * 0.9;
        long from = until - SPAN + (long) (at * SPAN);
        return ActivityTimes.between(
                from, from + ActivityTimes.DAY, language(user).hours(), random);
    }

    Language language(int user) {
        return languages.get(languageOf[user]);
    }

    long joined(int user) {
        return joined[user];
    }

    UUID id(int user) {
        return GeneratedIds.of(joined[user], RowKind.PERSON_ID.random(key, user));
    }

    String username(int user) {
        SeededRandom random = names(user);
        Language language = language(user);
        String first = random.pick(language.first()).plain();
        String last = random.pick(language.last()).plain();
        String end = "." + tag + Integer.toString(user, 36);
        String name = first + "." + last;
        String begin = name.substring(0, Math.min(name.length(), LONGEST_USERNAME - end.length()));
        return (begin.endsWith(".") ? begin.substring(0, begin.length() - 1) : begin) + end;
    }

    /** A user; without headline, bio, place and skills if the user has no data. */
    GeneratedUser user(int user) {
        SeededRandom random = names(user);
        Language language = language(user);
        Name first = random.pick(language.first());
        Name last = random.pick(language.last());
        String name =
                language.familyFirst()
                        ? last.written() + first.written()
                        : first.written() + " " + last.written();
        String username = username(user);
        boolean empty = ranks.rankOf(user) >= active;
        SeededRandom words = RowKind.PROFILE.random(key, user);
        String place = words.pick(language.places());
        String headline = words.pick(language.jobs()) + " · " + place;
        String bio = PostTexts.filled(words.pick(language.lines()), language, words);
        return new GeneratedUser(
                id(user),
                username,
                username + DOMAIN,
                name,
                empty || words.chance(0.2) ? null : headline,
                empty || words.chance(0.3) ? null : bio,
                empty || words.chance(0.3) ? null : place,
                empty ? List.of() : skills(language, words),
                joined[user]);
    }

    private static List<String> skills(Language language, SeededRandom words) {
        Set<String> skills = new LinkedHashSet<>();
        int wanted = words.below(LONGEST_SKILLS + 1);
        for (int i = 0; i < wanted; i++) {
            skills.add(words.pick(language.topics()));
        }
        return List.copyOf(skills);
    }

    private SeededRandom names(int user) {
        SeededRandom random = RowKind.PERSON.random(key, user);
        // The first number has determined the language.
        long _ = random.next();
        return random;
    }
}
