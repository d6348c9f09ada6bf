package dev.socialhub.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Merges the documents of the services into the one of the public API. A part of the build: any
 * contradiction between the documents fails it.
 */
final class MergeDocuments {

    static final List<String> SERVICES = List.of("auth", "users", "posts", "notifications");

    private MergeDocuments() {}

    /**
     * Writes the merged document, as YAML and as JSON.
     *
     * @param args the folder to write to
     */
    public static void main(String[] args) throws IOException {
        DocumentFiles.write(merged(), Path.of(args[0]));
    }

    /** The whole document: the platform's own part, the services, and what holds for all calls. */
    static ObjectNode merged() {
        ObjectNode document = DocumentFiles.read("/parts/api.yml");
        for (String service : SERVICES) {
            ObjectNode own =
                    DocumentFiles.read("/META-INF/swagger/socialhub-" + service + "-v1.yml");
            MergedParts.add(document, new ServiceDocument(service, own).forClients());
        }
        MergedParts.refine(document, DocumentFiles.read("/parts/additions.yml"));
        ProblemCatalogue.read().addTo(document);
        CommonAnswers.addTo(document);
        Examples.read().addTo(document);
        return document;
    }
}
