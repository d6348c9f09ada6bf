package dev.socialhub.cli.seed;

import dev.socialhub.cli.connection.Target;
import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.seed.rows.DataSetSizes;
import dev.socialhub.cli.seed.rows.GraphFile;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code socialhubctl seed}. */
@Command(
        name = "seed",
        description = {
            "Fill the platform with generated users: accounts, profiles, follows, blocks, posts,"
                    + " likes, comments, pictures and chat messages of 90 days.",
            "",
            "The same number generates the same rows on every platform and on any day; another"
                    + " number adds other users. Rows are written without events, so no"
                    + " notifications are sent; counts and replicas are computed again afterwards."
                    + " Repeating the command of an interrupted run continues it, and repeating a"
                    + " finished one changes nothing.",
            "",
            "Profiles: tiny (20 users, 100 posts, 80 follows), demo (200, 2,000, 3,000), load"
                    + " (10,000, 100,000, 300,000). All of these users have one password, which is"
                    + " printed and no secret: a platform that isn't local is filled only with"
                    + " --execute. Exits with 0 if all data exists, 2 for invalid options, 5"
                    + " without --execute where it is needed or if a name belongs to another user,"
                    + " 69 if nothing runs."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl seed",
            "  socialhubctl seed --profile load --seed 7",
            "  socialhubctl seed --profile tiny --users 50 --until 1h -o json",
            "  socialhubctl seed --graph followers.txt --posts 5000",
            "  socialhubctl seed --context staging --execute"
        })
public final class Seed implements Callable<Integer> {
    private static final int MAX_USERS = 1_000_000;
    private static final int MAX_ROWS = 50_000_000;

    private final Contexts contexts;
    private final Installation installation;
    private final Terminal terminal;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            defaultValue = "demo",
            description = "How much data: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    SeedProfile profile = SeedProfile.demo;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Which users, by a number of your choice (${DEFAULT-VALUE}).")
    long number = 1;

    @Option(names = "--users", paramLabel = "N", description = "How many users.")
    @Nullable Integer users;

    @Option(names = "--posts", paramLabel = "N", description = "How many posts.")
    @Nullable Integer posts;

    @Option(names = "--follows", paramLabel = "N", description = "How many follows.")
    @Nullable Integer follows;

    @Option(
            names = "--graph",
            paramLabel = "FILE",
            description =
                    "The follows: two user numbers a line. There are as many users as the file"
                            + " names, or --users if that is more.")
    @Nullable Path graph;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description =
                    "When the 90 days end: 2025-11-01 unless given. An age such as 1h keeps its"
                            + " first value when the same command is repeated.")
    @Nullable String until;

    @Option(names = "--execute", description = "Also fill a platform that isn't local.")
    boolean execute;

    @Mixin Output output = new Output();

    public Seed(Contexts contexts, Installation installation, Terminal terminal) {
        this.contexts = contexts;
        this.installation = installation;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        SeedOptions options = options();
        Target target = contexts.target();
        if (!target.local() && !execute) {
            refuse(target, options.sizes());
        }
        SeedReport report = new FillPlatform(target, terminal).fill(options);
        if (target.local()) {
            WriteDemoLogins.write(installation.home().demoLogins(), report.logins());
        }
        output.print(terminal, report::lines, report);
        return ExitCode.DONE;
    }

    private SeedOptions options() {
        DataSetSizes usual = profile.sizes();
        int userCount = checked("--users", users, usual.users(), 1, MAX_USERS);
        int postCount = checked("--posts", posts, usual.posts(), 0, MAX_ROWS);
        if (graph == null) {
            int followCount = checked("--follows", follows, usual.follows(), 0, MAX_ROWS);
            return new SeedOptions(
                    number, new DataSetSizes(userCount, postCount, followCount), null, until);
        }
        if (follows != null) {
            throw new OperatorError(
                    ExitCode.WRONG_USAGE,
                    "--graph sets the follows, and --follows their number",
                    "leave one of them out");
        }
        GraphFile read = read(graph);
        int named = read.users();
        if (named > MAX_USERS) {
            throw tooMany(graph + " names " + named + " users");
        }
        DataSetSizes sizes =
                new DataSetSizes(
                        users == null ? named : Math.max(userCount, named),
                        postCount,
                        read.follows());
        return new SeedOptions(number, sizes, read, until);
    }

    private static int checked(
            String option, @Nullable Integer asked, int usual, int least, int most) {
        if (asked == null) {
            return usual;
        }
        if (asked < least || asked > most) {
            throw new OperatorError(
                    ExitCode.WRONG_USAGE,
                    option + " is " + asked,
                    String.format(Locale.ROOT, "give %d to %d", least, most));
        }
        return asked;
    }

    private static OperatorError tooMany(String problem) {
        return new OperatorError(
                ExitCode.WRONG_USAGE, problem, "there can be " + MAX_USERS + " at most");
    }

    private GraphFile read(Path file) {
        try {
            GraphFile read = GraphFile.read(Files.newBufferedReader(file));
            if (read.repeated() + read.selfEdges() > 0) {
                terminal.say(
                        "%s: left out %d repeated edges and %d of users to themselves."
                                .formatted(file, read.repeated(), read.selfEdges()));
            }
            return read;
        } catch (GraphFile.Malformed malformed) {
            throw unreadable(file, String.valueOf(malformed.getMessage()), malformed);
        } catch (NoSuchFileException missing) {
            throw unreadable(file, "there is no such file", missing);
        } catch (MalformedInputException binary) {
            throw unreadable(file, "it isn't a text file", binary);
        } catch (IOException failure) {
            throw unreadable(file, "it can't be read (" + failure.getMessage() + ")", failure);
        }
    }

    private static OperatorError unreadable(Path file, String why, Exception cause) {
        return new OperatorError(
                ExitCode.WRONG_USAGE,
                file + ": " + why,
                "give a file with two whole numbers a line",
                cause);
    }

    private void refuse(Target target, DataSetSizes sizes) {
        terminal.out()
                .println(
                        String.format(
                                Locale.ROOT,
                                "This would be added to %s: %,d users, %,d posts, %,d follows."
                                        + " Anyone who knows the printed password could log in as"
                                        + " one of these users.",
                                target.name(),
                                sizes.users(),
                                sizes.posts(),
                                sizes.follows()));
        terminal.out().flush();
        throw new OperatorError(
                ExitCode.REFUSED, "nothing was added", "add --execute to fill " + target.name());
    }
}
