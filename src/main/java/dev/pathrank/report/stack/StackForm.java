package dev.pathrank.report.stack;

import dev.pathrank.report.deploy.DeployFile;
import java.io.IOException;
import java.util.List;

/** A form in which resources are written. */
interface StackForm {
    /** Returns how many resources of the form a resource becomes. */
    int count(Resource resource);

    /**
     * Writes the parts.
     *
     * @param parts the main part first
     * @param leftOut what they cannot express
     * @return a file for each part, in the same order
     */
    List<DeployFile> files(List<StackPart> parts, List<String> leftOut) throws IOException;
}
