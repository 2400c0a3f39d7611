package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of valid and invalid command lines. */
class UsageTest {
    private static final int SCREEN = 80;

    @ParameterizedTest(name = "pathrank {0} says: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "rank                             | missing required parameter: 'SOURCE'",
                "rank x --frmo 2017-02-01         | unknown option: '--frmo'. Did you mean --from?",
                "src                              | unknown command 'src'. Did you mean pathrank rank src?",
                "rank x --limit 3                 | unknown option: '--limit'. Did you mean --top?",
                "rank x --output json             | did you mean --format json -o FILE?",
                "rank x --pattern /user/*         | write /user/<name>",
                "rank x --tpo 3                   | Did you mean --top or --to?",
                "patterns x -n 3                  | '-n'; patterns prints every pattern, of which head -n takes the first",
                "rank s3:/bucket/cdn              | a slash is missing in s3:/bucket/cdn: use s3://bucket/prefix",
                "rank x --status 6xx              | unknown status class \"6xx\"; use 1xx to 5xx",
                "rank x --max-inflight lots       | 'lots' is not a size; use a form such as 64M",
                "rank x --max-inflight 100K       | --max-inflight must be 1M to",
                "rank x --format xml              | expected one of csv, tsv, json, markdown, table, html, xlsx but was 'xml'",
                "rank x --placeholder square      | expected one of angle, brace, colon but was 'square'",
                "rank x --order size              | expected one of score, calls, origin-calls, p95, peak "
                        + "but was 'size'",
                "rank x --preset bold             | expected one of balanced, careful, traffic-first but was 'bold'",
                "rank x --only page               | expected one of endpoint, asset, noise, unused, "
                        + "unmatched but was 'page'",
                "rank x --top 0                   | --top must be 1 or more, but was 0",
                "rank x --top many               | 'many' is not a whole number",
                "rank x --endpoint-url ::        | '::' is not a URL; use a form such as https://s3.example.com",
                "rank x --distribution /          | give the ID that its object names begin with, such as "
                        + "E1HJS54CQLFQU4",
                "rank x --threads 0               | --threads must be 1 to 1024, but was 0",
                "rank x --from yesterday          | give a date such as 2017-02-01",
                "rank x --from 2017-02-02 --to 2017-02-01 | is not before --to",
                "rank x --status 4x               | give one such as 404, a class such as 5xx",
                "rank x --include api             | give a glob such as /api/**",
                "rank x --pattern user            | use a form such as /user/<id>",
                "rank x --fields date             | --fields lacks",
                "rank x --endpoint-url host       | use https://host",
                "rank x --tmp-dir /no/where       | must be a writable folder",
                "rank x --rejects-raw             | --rejects FILE, which is missing",
                "rank x -o a --summary ./a        | give each its own file",
                "rank x --quiet --verbose         | use only one of them",
                "rank - -                         | can be read only once",
                "rank http://host/log             | a source is s3://bucket/prefix, a file, a folder, or -",
                "rank s3://                       | use s3://bucket/prefix",
                "rnk x                            | unknown command 'rnk'. Did you mean rank?",
                "rnak x                           | unknown command 'rnak'. Did you mean rank?",
                "plan x --quotas 2016            | Give today, account, 2017 or a YAML file",
                "plan x --prices none.yaml       | none.yaml cannot be read: no such file",
                "plan x --runtime java25 | --runtime java25 has no measured start-up time yet; add the time with",
                "plan x --switch dns | expected one of function, behaviours but was 'dns'",
                "plan x --every 1w | --every needs --start DATE, which is missing",
                "plan x --memory 64              | --memory must be 128 to 10240 MB",
                "plan x --memory 2048 --quotas 2017 | --memory must be 128 to 1536 MB (early 2017)",
                "plan x --subnets 10.0.1.0/24    | --subnets needs --vpc, which is missing",
                "plan x --vpc --subnets 10.0.1.0 | use a subnet of /16 to /28 such as 10.0.1.0/24",
                "plan x --growth 0               | --growth must be above 0",
                "plan x --growth 1e15            | --growth must be above 0 and at most 1000",
                "plan x --growth 1,2             | '1,2' is not a number such as 1.5",
                "plan x --headroom 0.5           | --headroom must be 1 to 1000",
                "plan x --idle-timeout 9000000000000000000 | --idle-timeout must be above 0 and at most a year",
                "plan x --start-up-ms 9000000000 | --start-up-ms must be 0 to 900000",
                "plan x --memory 1e3             | '1e3' is not a whole number",
                "plan x --start soon             | 'soon' is not a date such as 2026-12-07",
                "plan x --in-use concurrency     | value for option '--in-use' (QUOTA=N,...) should be in KEY=VALUE",
                "plan x --runtime cobol          | use one of nodejs22, python3.13",
                "plan x --runtime go --start-up-ms 5 | both set the start-up time",
                "plan x --idle-timeout 0         | --idle-timeout must be above 0",
                "plan x --provisioned 0          | --provisioned must be 1 or more",
                "plan x --max-wave 0             | --max-wave must be 1 or more",
                "plan x --waves none.txt         | none.txt cannot be read: no such file",
                "plan x --current-monthly-cost -1 | --current-monthly-cost must be 0 or more",
                "plan x --emit pulumi            | expected one of openapi, apigateway, cloudfront, cloudfront-function, sam, "
                        + "cloudformation, terraform but was 'pulumi'",
                "plan x --wave 2                 | --wave needs --emit DOCUMENT, which is missing",
                "plan x --emit sam --wave 0      | --wave must be 1 or more, but was 0",
                "plan x --emit sam --format csv  | leave out --format",
                "plan x --emit sam --top 3       | --emit writes all endpoints that move; leave out --top and --only",
                "plan x --emit sam --by-host     | leave out --by-host",
                "plan x --format markdown --top 3 | writes the whole plan; leave out --top, --only and --columns",
                "zzz x                            | Available commands: rank, patterns, plan, compare, report, config, "
                        + "help, generate-completion",
                "s3://bucket/cdn/                 | Did you mean pathrank rank s3://bucket/cdn/?"
            })
    void refusesAndOffersWhatIsValid(String words, String message) {
        Cli.run((Object[]) words.split(" "))
                .exits(2)
                .printsNothing()
                .saysOnErr(message)
                .saysOnErr("--help'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--output", "--summary", "--rejects"})
    void refusesAFileWithoutAName(String option) {
        Cli.run("rank", "x", option, "").exits(2).printsNothing().saysOnErr("the name of an output file is empty");
    }

    @Test
    void asksForACommand() {
        Cli.run().exits(2).saysOnErr("missing command").saysOnErr("Try 'pathrank --help'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rank ", "patterns ", "plan ", "compare ", "config ", "help ", "generate-completion "})
    void everyCommandHasHelpAndAVersion(String command) {
        Cli.run((Object[]) (command + "--help").split(" "))
                .exits(0)
                .saysNothingOnErr()
                .printsLine("Usage: pathrank.*");
        Cli.run((Object[]) (command + "--version").split(" "))
                .exits(0)
                .saysNothingOnErr()
                .printsLine("pathrank .*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-h", "--help"})
    void helpWithoutOptionsOfCommandsIsTheSame(String option) {
        Cli whole = Cli.run("help").exits(0).printsLine("  compare +Compare .*");

        assertEquals(whole.out(), Cli.run(option).exits(0).out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rank", "patterns"})
    void helpFitsOnAScreenAndHasNoColours(String command) {
        Cli help = Cli.run("help", command).exits(0);

        assertTrue(help.out().lines().count() <= SCREEN, help::toString);
        for (String section : new String[] {"INPUT", "FILTER", "FOLDING", "OUTPUT", "RUN", "EXAMPLE"}) {
            help.printsLine(section);
        }
        assertTrue(help.out().indexOf('\u001b') < 0, help::toString);
    }

    @ParameterizedTest
    @CsvSource({"plan, PLAN", "compare, COMPARISON"})
    void helpOfPlanAndCompareFitsOnAScreenAndNamesWhatItLeavesOut(String command, String section) {
        Cli help = Cli.run("help", command).exits(0);

        assertTrue(help.out().lines().count() <= SCREEN, help::toString);
        help.printsLine(section)
                .printsLine("The options of INPUT, FILTER, FOLDING, RUN are listed by \"pathrank rank --help\"\\.");
    }

    @Test
    void versionIsAWordToo() {
        Cli.run("version").exits(0).printsLine("pathrank .*");
    }

    @Test
    void namesTheDashWhereALogIsPipedIn() {
        byte[] log = new TestLog().rows(1, "GET", "/a", 200).plain();
        Cli.run(log, "rank").exits(2).saysOnErr("'SOURCE'; to read what is piped in, add -");
        Cli.run("rank").exits(2).doesNotSayOnErr("piped");
    }

    @Test
    void saysWhichPatternNoCallMatched(@TempDir Path folder) throws IOException {
        Path log = new TestLog().rows(2, "GET", "/user/1", 200).to(folder.resolve("a.gz"));

        Cli.run("rank", log, "--pattern", "/user/<id>", "--pattern", "/basket/<id>")
                .exits(0)
                .saysOnErr("no call matched --pattern /basket/<id>")
                .doesNotSayOnErr("/user");
    }
}
