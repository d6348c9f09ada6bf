package dev.socialhub.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.sql.Connection;
import java.util.Set;

/** Clients of Kafka, Redis and MongoDB are made by Micronaut's packages, from their settings. */
@AnalyzeClasses(
        packages = "dev.socialhub",
        importOptions = {HandWritten.class, WithoutLoadGenerator.class, DoNotIncludeTests.class})
class NamedPackagesTest {

    private static final Set<String> MAKERS =
            Set.of(
                    "org.apache.kafka.clients.consumer.KafkaConsumer.<init>",
                    "org.apache.kafka.clients.producer.KafkaProducer.<init>",
                    "io.lettuce.core.RedisClient.create",
                    "com.mongodb.client.MongoClients.create",
                    "com.mongodb.reactivestreams.client.MongoClients.create");

    @ArchTest
    static final ArchRule makeTheClientsOfServices =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("dev.socialhub.backing..", "dev.socialhub.cli..")
                    .should()
                    .callCodeUnitWhere(makesAClient())
                    .because("micronaut-kafka, -redis-lettuce and -mongo-reactive create them");

    /** DDL is no prepared statement: a question mark in it is no parameter. */
    @ArchTest
    static final ArchRule prepareTheStatementsOfServices =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "dev.socialhub.shared.sql..",
                            "dev.socialhub.ops.schema.table..",
                            "dev.socialhub.backing..",
                            "dev.socialhub.cli..")
                    .should()
                    .callMethodWhere(
                            target(owner(assignableTo(Connection.class)))
                                    .and(target(nameMatching("prepare.*|createStatement"))))
                    .because("a statement is a Micronaut Data repository's or a SqlStatement");

    /** A subclass that calls its parent's constructor makes no second client. */
    private static DescribedPredicate<JavaCall<?>> makesAClient() {
        return DescribedPredicate.describe(
                "create a client",
                call -> {
                    String maker = call.getTargetOwner().getName() + "." + call.getName();
                    boolean parent =
                            call.getOriginOwner().isAssignableTo(call.getTargetOwner().getName());
                    return MAKERS.contains(maker) && !parent;
                });
    }
}
