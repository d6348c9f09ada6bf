package dev.socialhub.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.socialhub.shared.idempotency.Idempotent;
import dev.socialhub.shared.identity.Caller;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Date;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** How every class is written. */
@AnalyzeClasses(
        packages = "dev.socialhub",
        importOptions = {HandWritten.class, WithoutLoadGenerator.class, DoNotIncludeTests.class})
class HabitsTest {

    private static final int MANY_PARAMETERS = 6;

    /**
     * Classes that the JVM or the framework starts by their names; and constants, which the
     * compiler inlines where they are used.
     */
    private static final String STARTED_OR_INLINED =
            ".*(Application|\\.BackendDefaults|\\.SocialHubCtl|\\.ExitCode|\\.BookmarkColumn"
                    + "|\\.LikedColumn|\\.PostWords|\\.UnblockedUsers|\\.VisiblePosts)";

    @ArchTest
    static final ArchRule classesAreHiddenUntilNeeded =
            classes()
                    .that()
                    .resideInAnyPackage(
                            "dev.socialhub.people..",
                            "dev.socialhub.gateway..",
                            "dev.socialhub.auth..",
                            "dev.socialhub.users..",
                            "dev.socialhub.posts..",
                            "dev.socialhub.notifications..",
                            "dev.socialhub.cli..")
                    .and()
                    .areTopLevelClasses()
                    .and()
                    .arePublic()
                    .and()
                    .haveNameNotMatching(STARTED_OR_INLINED)
                    .should(beUsedByAnotherPackage())
                    .because("package-private code can be changed without changes elsewhere");

    @ArchTest
    static final ArchRule idempotentMethodsAnswerACaller =
            methods()
                    .that()
                    .areAnnotatedWith(Idempotent.class)
                    .should()
                    .haveRawReturnType(HttpResponse.class)
                    .andShould()
                    .haveRawParameterTypes(
                            describe(
                                    "a Caller",
                                    types ->
                                            types.stream()
                                                    .anyMatch(type ->
                                                            type.isEquivalentTo(Caller.class))))
                    .because("the answer is stored under the caller's id, and may come from there");

    @ArchTest
    static final ArchRule packagesAreNullMarked =
            classes()
                    .should(resideInANullMarkedPackage())
                    .because("the compiler then refuses a null where none is declared");

    @ArchTest
    static final ArchRule beansGetWhatTheyNeedWhenTheyAreMade =
            noFields()
                    .should()
                    .beAnnotatedWith(Inject.class)
                    .orShould()
                    .beAnnotatedWith(Value.class)
                    .orShould()
                    .beAnnotatedWith(Property.class)
                    .because("a test creates the bean as the container does: by its constructor");

    @ArchTest
    static final ArchRule noSetterInjection =
            noMethods()
                    .should()
                    .beAnnotatedWith(Inject.class)
                    .because("a bean is complete once it is created");

    @ArchTest
    static final ArchRule beansNeedFewOthers =
            constructors()
                    .that()
                    .areDeclaredInClassesThat()
                    .areMetaAnnotatedWith(Singleton.class)
                    .and()
                    .areDeclaredInClassesThat()
                    .areNotMetaAnnotatedWith(ConfigurationProperties.class)
                    .should(haveFewParameters())
                    .because("a class that needs six others does the work of two");

    @ArchTest
    static final ArchRule staticFieldsAreConstants =
            fields().that()
                    .areStatic()
                    .should()
                    .beFinal()
                    .because("several services may share one JVM, and tests run side by side");

    @ArchTest
    static final ArchRule namesSayWhatAClassDoes =
            noClasses()
                    .should()
                    .haveNameMatching(
                            ".*(Service|Manager|Impl|Utils?|Helper|Dto|DTO|Abstract[^.]*)")
                    .because("such a name fits every class and does not describe this one");

    @ArchTest
    static final ArchRule packagesAreFeatures =
            noClasses()
                    .should()
                    .resideInAnyPackage(
                            "..util..",
                            "..utils..",
                            "..common..",
                            "..helper..",
                            "..helpers..",
                            "..dto..",
                            "..model..",
                            "..impl..")
                    .because("such a package name does not show what it contains");

    @ArchTest
    static final ArchRule timesAreInstants =
            noFields()
                    .should()
                    .haveRawType(Date.class)
                    .because("a Date is mutable; those of libraries are converted");

    @ArchTest
    static final ArchRule oldLibrariesStayOut =
            noClasses()
                    .that()
                    // The exporter that it quiets knows no other way to talk.
                    .doNotHaveFullyQualifiedName("dev.socialhub.shared.trace.ReportOnceExporter")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.util.logging..", "lombok..", "org.joda.time..")
                    .orShould()
                    .dependOnClassesThat()
                    .haveNameMatching("java\\.util\\.(Calendar|Timer|Vector|Hashtable|Stack)")
                    .orShould()
                    .dependOnClassesThat()
                    .haveNameMatching("java\\.text\\.SimpleDateFormat")
                    .because("records, java.time, executors and SLF4J replace them");

    private static ArchCondition<JavaClass> beUsedByAnotherPackage() {
        return new ArchCondition<>("be used by another package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean used =
                        type.getDirectDependenciesToSelf().stream()
                                        .map(Dependency::getOriginClass)
                                        .anyMatch(user ->
                                                !user.getPackage().equals(type.getPackage()))
                                || mentions(type).anyMatch(HabitsTest::isPublic);
                events.add(
                        new SimpleConditionEvent(
                                type,
                                used,
                                type.getName() + " is public but not used by another package"));
            }
        };
    }

    private static Stream<? extends JavaCodeUnit> mentions(JavaClass type) {
        return Stream.concat(
                type.getMethodsWithReturnTypeOfSelf().stream(),
                Stream.concat(
                        type.getMethodsWithParameterTypeOfSelf().stream(),
                        type.getConstructorsWithParameterTypeOfSelf().stream()));
    }

    private static boolean isPublic(JavaCodeUnit unit) {
        return unit.getModifiers().contains(JavaModifier.PUBLIC)
                && unit.getOwner().getModifiers().contains(JavaModifier.PUBLIC);
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(
                        new SimpleConditionEvent(
                                type,
                                type.getPackage().isAnnotatedWith(NullMarked.class),
                                type.getName() + " resides in a package without @NullMarked"));
            }
        };
    }

    private static ArchCondition<JavaConstructor> haveFewParameters() {
        return new ArchCondition<>("have fewer than %d parameters", MANY_PARAMETERS) {
            @Override
            public void check(JavaConstructor constructor, ConditionEvents events) {
                int count = constructor.getRawParameterTypes().size();
                events.add(
                        new SimpleConditionEvent(
                                constructor,
                                count < MANY_PARAMETERS,
                                constructor.getFullName() + " has " + count + " parameters"));
            }
        };
    }
}
