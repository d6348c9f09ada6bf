package dev.socialhub.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.socialhub.manifest.PlatformManifest;
import dev.socialhub.manifest.ServiceEntry;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Merges the documents of the services into the one of the public API. A part of the build: any
 * contradiction between the documents fails it.
 */
final class MergeDocuments {

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
        for (ServiceEntry service : PlatformManifest.packaged().behindGateway()) {
            String name = service.name();
            ObjectNode own = DocumentFiles.read("/META-INF/swagger/socialhub-" + name + "-v1.yml");
            MergedParts.add(document, new ServiceDocument(name, own).forClients());
        }
        MergedParts.refine(document, DocumentFiles.read("/parts/additions.yml"));
        ProblemCatalogue.read().addTo(document);
        CommonAnswers.addTo(document);
        Examples.read().addTo(document);
        return document;
    }
}
