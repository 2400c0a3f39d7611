package dev.pathrank.report.stack;

import dev.pathrank.plan.Plan;
import dev.pathrank.report.PlanEmitFormat;
import dev.pathrank.report.deploy.DeployFile;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The templates of what is deployed once a wave has moved: that wave and all before it, because a template replaces the
 * previous one. It is one file, or several where all waves together have more resources than a template may have.
 *
 * @param files the main one first
 * @param leftOut what moves and they cannot express, each with the reason
 * @param warnings what their user must do besides
 */
public record StackFiles(List<DeployFile> files, List<String> leftOut, List<String> warnings) {
    private static final Pattern OWN = Pattern.compile("(?:template|functions-\\d+|(?:http|rest)-api(?:-\\d+)?)\\.yaml"
            + "|(?:main|functions-\\d+|(?:http|rest)-api(?:-\\d+)?)\\.tf\\.json");
    /** What the tools that take the templates, or their users, keep beside them. */
    private static final Pattern BESIDE =
            Pattern.compile("\\..*|functions|samconfig\\.toml|terraform\\.tfstate.*|.*\\.tf|.*\\.tfvars(?:\\.json)?");

    public StackFiles {
        files = List.copyOf(files);
        leftOut = List.copyOf(leftOut);
        warnings = List.copyOf(warnings);
    }

    /**
     * Makes the files.
     *
     * @param format SAM, CloudFormation or Terraform
     * @param wave last one that has moved, from 1; more than there are means all of them
     */
    public static StackFiles of(Plan plan, PlanEmitFormat format, int wave) throws IOException {
        Deployment all = Deployment.of(plan, plan.waves().size());
        Deployment now = Deployment.of(plan, wave);
        LogicalIds ids = new LogicalIds(all);
        StackForm form = switch (format) {
            case SAM -> new SamForm(ids);
            case CLOUDFORMATION -> new CloudFormationForm(ids);
            case TERRAFORM -> new TerraformForm();
            case OPENAPI, APIGATEWAY, CLOUDFRONT, CLOUDFRONT_FUNCTION ->
                throw new IllegalArgumentException(format + " is no template");
        };
        List<StackPart> parts = StackPart.of(all, now, form::count);
        return new StackFiles(form.files(parts, now.leftOut()), now.leftOut(), now.warnings());
    }

    /** Returns whether a file of this name is one of an earlier run. */
    public static boolean isOwn(String name) {
        return OWN.matcher(name).matches();
    }

    /** Returns whether a file of this name may lie in the folder. */
    public static boolean mayLieBeside(String name) {
        return isOwn(name) || BESIDE.matcher(name).matches();
    }

    /** Returns the texts by name, in the order of the files. */
    public Map<String, String> byName() {
        Map<String, String> texts = new LinkedHashMap<>();
        files.forEach(file -> texts.put(file.name(), file.text()));
        return texts;
    }
}
