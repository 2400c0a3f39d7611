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
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The borders of the house: which package may know which, which library belongs to whom, and what every package has. */
class HouseTest {
    private static final String ROOT = "dev.pathrank";
    private static final Path SOURCES = Path.of("src/main/java");
    private static final int MOST_FILES = 40;

    /** Every package from the bottom to the top, and those it may know; a star stands for a package and all below it. */
    private static final List<String> HOUSE = """
            io                    |
            text                  | io
            cbor                  | io
            source                | io text
            source.unzip          | io text source
            source.local          | io text source source.unzip
            source.s3             | io text source source.unzip
            log                   | io text source
            log.text              | io text source log
            log.json              | io text source log
            log.parquet           | io text source log
            log.reader            | io text source log*
            pattern.segment       | io text cbor
            pattern.tree          | io text cbor pattern.segment
            pattern.stated        | io text cbor pattern.segment pattern.tree
            pattern.stated.routes | io text cbor pattern.segment pattern.tree pattern.stated
            pattern.learn         | io text cbor pattern.segment pattern.tree pattern.stated
            pattern               | io text cbor pattern.segment pattern.tree pattern.stated pattern.learn
            pattern.stated.lock   | io text cbor pattern pattern.stated
            pattern.assign        | io text cbor pattern*
            tally.seconds         | io text cbor
            tally                 | io text cbor log pattern* tally.seconds
            tally.file            | io text cbor log pattern* tally tally.seconds
            state                 | io text cbor source tally*
            rank                  | io text log pattern* tally*
            plan.data             | io text
            plan                  | io text log pattern* tally* rank plan.data
            report                | io text source log pattern* tally* rank plan plan.data
            report.openapi        | io text pattern* tally* rank report
            report.deploy         | io text pattern* tally* rank plan plan.data report report.openapi
            run                   | io text cbor source* log* pattern* tally* state
            spark                 | io text cbor source* log* pattern* tally* run
            cli.message           | io text source* log* pattern* tally* state rank* plan* report* run
            cli.output            | io text source* log* pattern* tally* state rank* plan* report* run cli.message
            cli.options           | io text source* log* pattern* tally* state rank* plan* report* run cli.message cli.output
            cli.command           | io text source* log* pattern* tally* state rank* plan* report* run cli.message cli.output cli.options
            cli                   | io text run cli.message cli.output cli.options cli.command
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
        String[] parts = line.split("\\|", -1);
        String name = parts[0].strip();
        List<String> allowed = new ArrayList<>(List.of(ROOT + "." + name));
        Stream.of(parts[1].strip().split(" ")).forEach(known -> allowed.add(ROOT + "." + known.replace("*", "..")));

        noClasses()
                .that(resideInAPackage(ROOT + "." + name).and(not(equivalentTo(SparkMain.class))))
                .should()
                .dependOnClassesThat(
                        resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(allowed.toArray(String[]::new)))))
                .check(CLASSES);
    }

    @Test
    void everyPackageStandsInTheHouse() {
        TreeSet<String> standing = new TreeSet<>(List.of(ROOT));
        HOUSE.forEach(line -> standing.add(ROOT + "." + line.split("\\|")[0].strip()));
        TreeSet<String> found = new TreeSet<>();
        CLASSES.forEach(type -> found.add(type.getPackageName()));

        assertEquals(standing, found);
    }

    @Test
    void noPackagesKnowEachOtherInACircle() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            picocli..                                 | cli
            software.amazon.awssdk..                  | source.s3
            org.apache.commons.csv..                  | report
            com.fasterxml.jackson.dataformat.cbor..   | cbor
            com.fasterxml.jackson.core..              | cbor report pattern.stated.routes
            org.snakeyaml..                           | plan.data report.deploy pattern.stated.routes
            com.univocity..                           | pattern.stated.routes
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
        String behind = comment < 0 ? ";" : text.substring(text.indexOf("*/", comment) + 2);
        return behind.isBlank()
                || behind.strip().startsWith("@")
                        && !Pattern.compile("[;{}]\n").matcher(behind).find();
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
