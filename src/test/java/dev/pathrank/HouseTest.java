package dev.pathrank;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.pathrank.spark.SparkMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests of the architecture: which packages may depend on which, which library belongs to which package, and what every
 * package must have.
 */
class HouseTest {
    private static final String ROOT = "dev.pathrank";
    private static final Path SOURCES = Path.of("src/main/java");
    private static final int MOST_FILES = 40;

    /** Packages that every package may depend on; each of them may depend on those before it. */
    private static final List<String> GROUND = List.of("io", "time", "text", "cbor");

    /** All other packages from bottom to top, with their permitted dependencies; a star includes the packages below. */
    private static final List<String> HOUSE = """
            source                |
            source.unzip          | source
            source.local          | source source.unzip
            source.s3             | source source.unzip
            log                   | source
            log.text              | source log
            log.json              | source log
            log.parquet           | source log
            log.reader            | source log*
            pattern.segment       |
            pattern.tree          | pattern.segment
            pattern.stated        | pattern.segment
            pattern.stated.lock   | pattern.segment pattern.stated
            pattern.stated.routes | pattern.segment pattern.stated
            pattern.learn.features | pattern.segment pattern.tree
            pattern.learn         | pattern.segment pattern.tree pattern.stated pattern.learn.features
            pattern               | pattern.segment pattern.tree pattern.stated pattern.learn pattern.learn.features
            tally.memory          | pattern.tree
            tally.seconds         |
            tally.query           | log pattern.segment
            tally                 | log pattern* tally.memory tally.seconds tally.query
            tally.file            | log pattern* tally.seconds tally
            state                 | source log pattern* tally*
            rank                  | log pattern* tally*
            plan.data             |
            plan.cost             | plan.data
            plan.account          | plan.data
            plan.load             | tally.seconds
            plan.route            | pattern.segment rank
            plan                  | log pattern* tally* rank plan.data plan.load plan.cost plan.route
            compare               | pattern tally*
            report                | source log pattern* tally* rank plan* compare
            report.plan           | pattern* tally* rank plan* report
            report.html.chart     | report
            report.html           | log pattern* tally* rank plan* compare report report.plan report.html.chart
            report.workbook       | log pattern* tally* rank plan* compare report report.plan
            report.openapi        | pattern* tally* rank report
            report.deploy         | pattern* tally* rank plan* report report.openapi
            report.stack          | pattern* tally* rank plan* report report.deploy
            report.edge           | pattern* tally* rank plan* report report.deploy
            run.fetch             | source* log* pattern* tally*
            run                   | source* log* pattern* tally* state run.fetch
            spark                 | source* log* pattern* tally* run*
            cli.message           | source* log* pattern* tally* state rank plan* report* run
            cli.config            | cli.message
            cli.shell             |
            cli.options           | source* log* pattern* tally* state rank plan* compare report* run cli.message cli.config
            cli.output            | source* log* pattern* tally* state rank plan* report* run cli.message cli.config cli.options
            cli.command           | source* log* pattern* tally* state rank plan* compare report* run cli.message cli.config cli.shell cli.output cli.options
            cli                   | source* state run cli.message cli.config cli.output cli.options cli.command
            """.lines().toList();

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static Stream<String> house() {
        return HOUSE.stream();
    }

    @ParameterizedTest
    @MethodSource("house")
    void aPackageKnowsOnlyThoseBelow(String line) {
        String[] parts = line.split(" *\\| *", -1);
        knowsOnly(parts[0], Stream.concat(GROUND.stream(), Stream.of(parts[1].split(" "))));
    }

    @Test
    void theGroundKnowsNothingAbove() {
        for (String name : GROUND) {
            knowsOnly(name, GROUND.stream().limit(GROUND.indexOf(name)));
        }
    }

    private static void knowsOnly(String name, Stream<String> known) {
        String[] allowed = Stream.concat(Stream.of(name), known)
                .map(other -> ROOT + "." + other.replace("*", ".."))
                .toArray(String[]::new);
        noClasses()
                .that(resideInAPackage(ROOT + "." + name).and(not(equivalentTo(SparkMain.class))))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(allowed))))
                .as(name + " knows only packages that are below it")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void everyPackageStandsInTheHouse() {
        Set<String> known = new TreeSet<>(GROUND);
        HOUSE.forEach(line -> known.add(line.split(" ")[0]));
        Set<String> found = new TreeSet<>();
        CLASSES.forEach(type -> found.add(type.getPackageName().replaceFirst(ROOT + "\\.?", "")));
        found.remove("");

        assertEquals(known, found);
    }

    @Test
    void noPackagesKnowEachOtherInACircle() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            picocli..                                 | cli
            software.amazon.awssdk..                  | source.s3 plan.account
            org.apache.commons.csv..                  | report
            gg.jte..                                  | report.html
            org.dhatim.fastexcel..                    | report.workbook
            com.fasterxml.jackson.dataformat.cbor..   | cbor
            com.fasterxml.jackson.core..              | cbor report pattern.stated.routes
            org.snakeyaml..                           | plan.data report.stack pattern.stated.routes
            com.univocity..                           | pattern.stated.routes
            org.tomlj..                               | cli.config
            com.dynatrace.hash4j..                    | pattern tally state
            io.airlift.compress..                     | log.parquet source.unzip
            org.apache.spark..                        | spark
            scala..                                   | spark
            """)
    void aLibraryIsKnownOnlyWhereItBelongs(String library, String packages) {
        String[] owners = Stream.of(packages.split(" "))
                .map(owner -> ROOT + "." + owner + "..")
                .toArray(String[]::new);

        noClasses()
                .that(not(resideInAnyPackage(owners)))
                .should()
                .dependOnClassesThat(resideInAPackage(library))
                .as(library + " is known only to " + packages)
                .check(CLASSES);
    }

    @Test
    void everyPackageSaysWhatItIsAndThatNothingIsNull() throws IOException {
        for (Path folder : foldersWithTypes()) {
            Path info = folder.resolve("package-info.java");
            assertTrue(Files.exists(info), () -> "missing: " + info);
            String text = Files.readString(info);
            assertTrue(text.startsWith("/**"), () -> "without a comment: " + info);
            assertTrue(text.contains("@NullMarked"), () -> "without @NullMarked: " + info);
        }
    }

    @Test
    void noFolderIsCrowded() throws IOException {
        for (Path folder : foldersWithTypes()) {
            try (Stream<Path> files = Files.list(folder)) {
                long count = files.filter(Files::isRegularFile).count();
                assertTrue(count <= MOST_FILES, () -> folder + " holds " + count + " files");
            }
        }
    }

    @Test
    void everyPublicTypeHasAComment() throws IOException {
        List<String> without = new ArrayList<>();
        for (Path file : sources()) {
            String text = Files.readString(file);
            Matcher type = Pattern.compile("(?m)^ *public [a-z -]*(?:class|interface|@interface|enum|record) (\\w+)")
                    .matcher(text);
            while (type.find()) {
                if (!endsWithComment(text.substring(0, type.start()))) {
                    without.add(file + ": " + type.group(1));
                }
            }
        }
        assertEquals(List.of(), without);
    }

    /** Whether nothing but annotations stands behind the last comment. */
    private static boolean endsWithComment(String text) {
        int comment = text.lastIndexOf("/**");
        if (comment < 0) {
            return false;
        }
        String behind = text.substring(text.indexOf("*/", comment) + 2).strip();
        return behind.isEmpty() || behind.startsWith("@") && !behind.contains(";\n");
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> foldersWithTypes() throws IOException {
        return sources().stream().map(Path::getParent).distinct().toList();
    }
}
