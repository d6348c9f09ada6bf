package dev.socialhub.openapi;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.socialhub.shared.idempotency.IdempotencyKey;
import dev.socialhub.shared.idempotency.Idempotent;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.HttpMethodMapping;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** An operation as the code of a service has it. */
record ServedOperation(String service, boolean needsToken, boolean takesKey) {

    private static final List<String> PUBLIC = List.of("/api/", "/.well-known/");

    /** All public operations, by method and path. */
    static Map<String, ServedOperation> allPublic() {
        Map<String, ServedOperation> operations = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter().importPackages("dev.socialhub")) {
            if (!type.isAnnotatedWith(Controller.class)) {
                continue;
            }
            String base = type.getAnnotationOfType(Controller.class).value();
            for (JavaMethod method : type.getMethods()) {
                for (JavaAnnotation<?> annotation : method.getAnnotations()) {
                    if (annotation.getRawType().isAnnotatedWith(HttpMethodMapping.class)) {
                        String path = base + path(annotation);
                        if (PUBLIC.stream().anyMatch(path::startsWith)) {
                            operations.put(verb(annotation) + " " + path, of(type, method));
                        }
                    }
                }
            }
        }
        return operations;
    }

    private static ServedOperation of(JavaClass type, JavaMethod method) {
        boolean isOpen =
                List.of(type.getAnnotationOfType(Secured.class).value())
                        .contains(SecurityRule.IS_ANONYMOUS);
        boolean takesKey =
                method.getMethodCallsFromSelf().stream()
                        .map(JavaMethodCall::getTarget)
                        .anyMatch(called ->
                                called.isAnnotatedWith(Idempotent.class)
                                        || called.getOwner().isEquivalentTo(IdempotencyKey.class));
        return new ServedOperation(type.getPackageName().split("\\.", -1)[2], !isOpen, takesKey);
    }

    private static String verb(JavaAnnotation<?> annotation) {
        return annotation.getRawType().getSimpleName().toUpperCase(Locale.ROOT);
    }

    private static String path(JavaAnnotation<?> annotation) {
        String path = String.valueOf(annotation.get("value").orElse("/"));
        return path.equals("/") ? "" : path;
    }
}
