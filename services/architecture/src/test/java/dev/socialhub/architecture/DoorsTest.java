package dev.socialhub.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.socialhub.messaging.inbox.EventConsumer;
import dev.socialhub.messaging.inbox.EventListener;
import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.data.annotation.Query;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.HttpMethodMapping;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.net.URLConnection;
import java.sql.ResultSet;
import java.sql.Statement;

/** Which classes may access HTTP, SQL, Kafka, the stores and the terminal. */
@AnalyzeClasses(
        packages = "dev.socialhub",
        importOptions = {HandWritten.class, WithoutLoadGenerator.class, DoNotIncludeTests.class})
class DoorsTest {

    @ArchTest
    static final ArchRule controllersCallUseCases =
            noClasses()
                    .that()
                    .areMetaAnnotatedWith(Controller.class)
                    .and()
                    // Operators and other services get and give rows and figures as such.
                    .resideOutsideOfPackages("dev.socialhub.ops..", "..snapshot..", "..seed..")
                    .should()
                    .dependOnClassesThat(
                            simpleNameEndingWith("Repository").or(simpleNameEndingWith("Store")))
                    .because("a controller parses, calls one use case and maps its result");

    @ArchTest
    static final ArchRule everyRouteSaysWhoMayUseIt =
            methods()
                    .that()
                    .areMetaAnnotatedWith(HttpMethodMapping.class)
                    .and()
                    .areDeclaredInClassesThat()
                    .areMetaAnnotatedWith(Controller.class)
                    .should(beSecured())
                    .because("a route without @Secured is open or closed by accident");

    @ArchTest
    static final ArchRule requestsOfUsersAreLimited =
            noClasses()
                    .that(serveUsers())
                    .should()
                    .beAnnotatedWith(ExecuteOn.class)
                    .because(
                            "@ShortRequests and @LongRequests run blocking work, and limit how"
                                    + " much of it runs at the same time");

    @ArchTest
    static final ArchRule controllersAreCalledSo =
            classes()
                    .that()
                    .areMetaAnnotatedWith(Controller.class)
                    .should()
                    .haveSimpleNameEndingWith("Controller")
                    .because("the name shows which classes handle HTTP requests");

    @ArchTest
    static final ArchRule consumersAreCalledSo =
            classes()
                    .that()
                    .implement(EventConsumer.class)
                    .should()
                    .haveSimpleNameEndingWith("Consumer")
                    .because("the name shows which classes receive events");

    @ArchTest
    static final ArchRule onlyRepositoriesSpeakSql =
            noClasses()
                    .that()
                    .haveNameNotMatching(".*Repository(\\$.*)?")
                    .and()
                    .resideOutsideOfPackages(
                            // The tool asks whether a database answers.
                            "dev.socialhub.cli.verify..",
                            // Each of the kit's own tables is accessed by one class, which has
                            // another name.
                            "dev.socialhub.shared.idempotency..",
                            "dev.socialhub.shared.housekeeping..",
                            "dev.socialhub.shared.sql..",
                            "dev.socialhub.messaging.outbox..",
                            "dev.socialhub.messaging.inbox..",
                            "dev.socialhub.ops.schema.table..",
                            // The rows of described tables.
                            "dev.socialhub.ops.table..",
                            "dev.socialhub.backing..")
                    .should()
                    .dependOnClassesThat(
                            assignableTo(Statement.class)
                                    .or(assignableTo(ResultSet.class))
                                    .or(assignableTo(SqlStatement.class))
                                    .or(assignableTo(Query.class)))
                    .because("SQL is in repositories and nowhere else");

    @ArchTest
    static final ArchRule onlyStoresSpeakToTheirServers =
            noClasses()
                    .that()
                    .haveNameNotMatching(".*\\.(Mongo|Redis)[^.]*|.*(Store|Documents)(\\$.*)?")
                    .and()
                    .resideOutsideOfPackage("dev.socialhub.backing..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "com.mongodb.client..",
                            "com.mongodb.reactivestreams..",
                            "org.bson..",
                            "io.lettuce..")
                    .because("a store can be replaced if its commands are in one class");

    @ArchTest
    static final ArchRule onlyMessagingSpeaksToKafka =
            noClasses()
                    .that(
                            resideInAnyPackage(
                                            "dev.socialhub.messaging..",
                                            "dev.socialhub.backing..",
                                            "dev.socialhub.cli.bus..")
                                    .or(assignableTo(EventListener.class))
                                    .negate())
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.apache.kafka..")
                    .because(
                            "order, retries and dead letters are solved once; services append to"
                                    + " the outbox and receive events");

    @ArchTest
    static final ArchRule theToolHasOneHttpClient =
            noClasses()
                    .that()
                    .resideInAPackage("dev.socialhub.cli..")
                    .and()
                    .resideOutsideOfPackage("dev.socialhub.cli.http..")
                    .should()
                    .dependOnClassesThat(
                            assignableTo(URLConnection.class)
                                    .or(resideInAnyPackage("java.net.http..")))
                    .because("timeouts, proxies and redirects are decided once");

    @ArchTest
    static final ArchRule onlyTheTerminalWritesToTheProcess =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("dev.socialhub.cli.terminal.Terminal")
                    .and()
                    .doNotHaveFullyQualifiedName("dev.socialhub.testkit.TestServersMain")
                    .should(ACCESS_STANDARD_STREAMS)
                    .because("services log; the tool's results and its messages are separate");

    private static DescribedPredicate<JavaClass> serveUsers() {
        return DescribedPredicate.describe(
                "serve users",
                type ->
                        type.isAnnotatedWith(Controller.class)
                                && type.getAnnotationOfType(Controller.class)
                                        .value()
                                        .startsWith("/api/"));
    }

    private static ArchCondition<JavaMethod> beSecured() {
        return new ArchCondition<>("be secured, or belong to a class that is") {
            @Override
            public void check(JavaMethod route, ConditionEvents events) {
                boolean secured =
                        route.isMetaAnnotatedWith(Secured.class)
                                || route.getOwner().isMetaAnnotatedWith(Secured.class);
                events.add(
                        new SimpleConditionEvent(
                                route, secured, route.getFullName() + " has no @Secured"));
            }
        };
    }
}
