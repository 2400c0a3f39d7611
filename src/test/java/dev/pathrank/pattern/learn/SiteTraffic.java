package dev.pathrank.pattern.learn;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Generated traffic of web sites, as opposed to interfaces, with the template that a reader of the log would give each
 * request: pages named after what they belong to, pictures, wikis, dated posts, shops with words of other scripts,
 * built assets, scripts, and what scanners try.
 */
final class SiteTraffic {
    /** The template of requests that belong to no endpoint of the site. */
    static final String NOISE = "-";

    /** Every site there is. */
    static final List<String> SITES = List.of("museum", "blog", "wiki", "shop", "app", "scripts");

    private static final String[] ADJECTIVES = {
        "red", "quick", "silent", "golden", "late", "early", "broken", "modern", "hidden", "open", "slow", "grand"
    };
    private static final String[] NOUNS = {
        "harbor", "engine", "garden", "letter", "signal", "window", "bridge", "market", "kernel", "valley", "tower",
        "violin", "rocket", "canal", "orchard", "mirror", "lantern", "compass", "anchor", "meadow"
    };
    private static final String[] KOREAN = {"바다", "정원", "편지", "다리", "시장", "등대", "거울", "나침반", "과수원", "여름밤"};
    private static final String[] JUNK = {
        "/wp-login.php",
        "/.env",
        "/xmlrpc.php",
        "/phpmyadmin/index.php",
        "/admin.php",
        "/boaform/admin/formLogin",
        "/cgi-bin/luci",
        "/vendor/phpunit/phpunit/src/Util/PHP/eval-stdin.php",
        "/.git/config",
        "/shell.php"
    };

    private final SplittableRandom random;
    private final List<Request> requests = new ArrayList<>();

    /** A request, and its template with {@code {}} for variables. */
    record Request(String method, String path, int status, String template) {}

    private SiteTraffic(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Generates the given number of requests of a site. */
    static List<Request> of(String site, long seed, int count) {
        SiteTraffic traffic = new SiteTraffic(seed + 31L * site.hashCode());
        while (traffic.requests.size() < count) {
            if (traffic.random.nextInt(40) == 0) {
                traffic.junk(site);
            } else {
                switch (site) {
                    case "museum" -> traffic.museum();
                    case "blog" -> traffic.blog();
                    case "wiki" -> traffic.wiki();
                    case "shop" -> traffic.shop();
                    case "app" -> traffic.app();
                    default -> traffic.scripts();
                }
            }
        }
        return traffic.requests;
    }

    /** Few requests of a single-page application fail: unknown paths get its first page. */
    private void junk(String site) {
        String path = JUNK[random.nextInt(JUNK.length)];
        String made = random.nextInt(3) == 0 ? "/" + Long.toString(random.nextLong() >>> 20, 36) + ".php" : path;
        boolean known = site.equals("blog") && path.startsWith("/wp-login");
        requests.add(new Request("GET", made, site.equals("app") && random.nextBoolean() ? 200 : 404, NOISE));
        if (known) {
            get("/wp-login.php", "/wp-login.php");
        }
    }

    private void museum() {
        int which = zipf(24);
        String ship = "ms-" + (30 + zipf(40));
        switch (which) {
            case 0, 1 -> get("/", "/");
            case 2 -> get("/images/" + noun(40) + "-logo" + pick("small", "medium", "large") + ".gif", "/images/{}");
            case 3 -> get("/voyages/" + ship + "/voyage-" + ship + ".html", "/voyages/{}/voyage-{}.html");
            case 4 -> get("/voyages/" + ship + "/" + ship + "-patch-small.gif", "/voyages/{}/{}-patch-small.gif");
            case 5 -> get("/voyages/" + ship + "/", "/voyages/{}/");
            case 6 -> get("/images/" + noun(60) + random.nextInt(9) + "." + pick("gif", "jpg"), "/images/{}");
            case 7 -> get("/voyages/" + ship + "/images/" + code() + "." + pick("jpg", "gif"), "/voyages/{}/images/{}");
            case 8 -> get("/voyages/voyages.html", "/voyages/voyages.html");
            case 9 -> get("/voyages/" + ship + "/movies/movies.html", "/voyages/{}/movies/movies.html");
            case 10 -> history(pick("orient", "polar") + "-" + (1 + zipf(17)));
            case 11 -> get("/visit/" + noun(30) + ".html", "/visit/{}.html");
            case 12 -> get("/" + pick("index", "visit", "contact") + ".html", null);
            case 13 ->
                get("/icons/" + pick("menu", "blank", "image", "text", "unknown", "movie") + ".xbm", "/icons/{}");
            case 14 -> get("/cgi-bin/imagemap/" + pick("countdown", "rooms", "floors"), null);
            case 15 -> get("/voyages/" + ship + "/sounds/" + noun(20) + ".wav", "/voyages/{}/sounds/{}.wav");
            case 16 -> get("/~" + name() + "/", "/~{}/");
            case 17 -> get("/software/" + pick("winviewer", "plotter") + "/readme.txt", "/software/{}/readme.txt");
            default -> get("/voyages/" + ship + "/news", "/voyages/{}/news");
        }
    }

    private void history(String voyage) {
        String folder = "/history/" + voyage.replaceAll("-.*", "");
        get(folder + "/" + voyage + "/" + voyage + ".html", folder + "/{}/{}.html");
    }

    private void blog() {
        String date = "/" + (2009 + zipf(8)) + "/" + two(12);
        switch (zipf(20)) {
            case 0 -> get("/", "/");
            case 1, 2 -> get(date + "/" + slug(300) + "/", "/{}/{}/{}/");
            case 3 -> get("/tags/" + noun(60), "/tags/{}");
            case 4 -> get("/articles/" + slug(80) + ".html", "/articles/{}.html");
            case 5 ->
                get(
                        "/wp-content/uploads" + date + "/" + slug(200) + "." + pick("jpg", "png"),
                        "/wp-content/uploads/{}/{}/{}");
            case 6 -> get("/wp-content/themes/" + pick("plain", "wide") + "/style.css", null);
            case 7 -> get("/wp-includes/js/jquery/" + pick("jquery.js", "jquery-migrate.min.js"), null);
            case 8 -> get("/feed/", "/feed/");
            case 9 -> get("/favicon.ico", "/favicon.ico");
            case 10 -> get("/robots.txt", "/robots.txt");
            case 11 -> get("/talks/" + slug(20) + "/images/" + noun(30) + ".png", "/talks/{}/images/{}");
            case 12 -> get("/talks/" + slug(20) + "/", "/talks/{}/");
            case 13 -> get("/author/" + name() + "/", "/author/{}/");
            case 14 -> get("/page/" + (2 + zipf(40)) + "/", "/page/{}/");
            case 15 -> get(date + "/", "/{}/{}/");
            case 16 -> add("POST", "/wp-comments-post.php", "/wp-comments-post.php");
            case 17 -> get("/style2.css", "/style2.css");
            default -> get("/files/tool/tool-1." + zipf(8) + "." + zipf(6) + ".tar.gz", "/files/tool/{}");
        }
    }

    private void wiki() {
        String page = camel(400);
        String web = pick("Main", "Main", "Know", "Sandbox");
        switch (zipf(12)) {
            case 0, 1 -> get("/wiki/bin/view/" + web + "/" + page, "/wiki/bin/view/" + web + "/{}");
            case 2 -> get("/wiki/bin/edit/" + web + "/" + page, "/wiki/bin/edit/" + web + "/{}");
            case 3 -> get("/wiki/bin/rdiff/" + web + "/" + page, "/wiki/bin/rdiff/" + web + "/{}");
            case 4 -> get("/wiki/bin/attach/" + web + "/" + page, "/wiki/bin/attach/" + web + "/{}");
            case 5 -> get("/list/info/" + noun(20), "/list/info/{}");
            case 6 -> get("/", "/");
            case 7 -> get("/icons/" + noun(15) + ".gif", "/icons/{}");
            case 8 -> get("/list/admin/" + noun(20), "/list/admin/{}");
            case 9 -> get("/wiki/pub/" + web + "/" + page + "/" + noun(30) + ".png", "/wiki/pub/" + web + "/{}/{}");
            case 10 -> get("/robots.txt", "/robots.txt");
            default -> get("/wiki/bin/oops/" + web + "/" + page, "/wiki/bin/oops/" + web + "/{}");
        }
    }

    private void shop() {
        int id = 1000 + zipf(3000);
        switch (zipf(16)) {
            case 0 -> get("/", "/");
            case 1 -> get("/product/" + id + "/" + id * 3 + "/" + korean(), "/product/{}/{}/{}");
            case 2 ->
                get(
                        "/image/" + id + "/productModel/" + pick("100x100", "200x200", "500x500"),
                        "/image/{}/productModel/{}");
            case 3 -> get("/image/" + id, "/image/{}");
            case 4 -> get("/filter/" + filter(), "/filter/{}");
            case 5 -> get("/browse/" + slug(60) + "/" + korean(), "/browse/{}/{}");
            case 6 ->
                get(
                        "/static/images/guarantees/" + pick("bestPrice", "fastDelivery", "warranty") + ".png",
                        "/static/images/guarantees/{}");
            case 7 -> get("/m/product/" + id, "/m/product/{}");
            case 8 -> get("/settings/logo", "/settings/logo");
            case 9 -> get("/ajax/rates/" + id, "/ajax/rates/{}");
            case 10 -> get("/brand/" + korean(), "/brand/{}");
            case 11 -> get("/article/" + zipf(90) + "/" + korean(), "/article/{}/{}");
            case 12 -> get("/near/37." + (40 + zipf(30)) + ",126." + (80 + zipf(30)), "/near/{},{}");
            case 13 -> add("POST", "/cart", "/cart");
            case 14 -> get("/basket", "/basket");
            default -> get("/compare/" + id + "," + (id + 7) + "," + (id + 9), "/compare/{}");
        }
    }

    private void app() {
        String hash = hex(20);
        switch (zipf(18)) {
            case 0, 1 -> get("/", "/");
            case 2 -> get("/main." + hash + ".hot-update.js", "/main.{}.hot-update.js");
            case 3 -> get("/main." + hash + ".hot-update.json", "/main.{}.hot-update.json");
            case 4 -> get("/static/js/main." + hex(6).substring(0, 8) + ".chunk.js", "/static/js/main.{}.chunk.js");
            case 5 ->
                get("/static/js/" + zipf(9) + "." + hex(6).substring(0, 8) + ".chunk.js", "/static/js/{}.{}.chunk.js");
            case 6 -> get("/static/css/main." + hex(6).substring(0, 8) + ".chunk.css", "/static/css/main.{}.chunk.css");
            case 7 -> get("/logo192.png", "/logo192.png");
            case 8 -> get("/manifest.json", "/manifest.json");
            case 9 -> get("/api/cameras/" + (1 + zipf(60)), "/api/cameras/{}");
            case 10 -> get("/api/cameras", "/api/cameras");
            case 11 -> add("POST", "/api/login", "/api/login");
            case 12 -> get("/favicon.ico", "/favicon.ico");
            case 13 -> get("/static/media/" + noun(25) + "." + hex(8).substring(0, 8) + ".svg", "/static/media/{}");
            case 14 -> get("/@" + name(), "/@{}");
            case 15 -> get("/api/hosts/" + noun(30) + ".example." + pick("com", "org"), "/api/hosts/{}");
            case 16 -> get("/logo512.png", "/logo512.png");
            default ->
                get(
                        "/api/cameras/" + (1 + zipf(60)) + "/frames/" + (1_700_000_000 + zipf(900)),
                        "/api/cameras/{}/frames/{}");
        }
    }

    private void scripts() {
        switch (zipf(16)) {
            case 0 -> get("/index.php", "/index.php");
            case 1 -> get("/viewtopic.php", "/viewtopic.php");
            case 2 -> get("/administrator/index.php", "/administrator/index.php");
            case 3 -> add("POST", "/administrator/index.php", "/administrator/index.php");
            case 4 -> get("/templates/_system/css/general.css", "/templates/_system/css/general.css");
            case 5 -> get("/templates/jp_hotel/css/" + pick("template", "layout", "menu", "suckerfish") + ".css", null);
            case 6 ->
                get("/images/stories/slideshow/" + noun(20) + "_0" + zipf(9) + ".jpg", "/images/stories/slideshow/{}");
            case 7 -> get("/images/stories/" + slug(50) + ".jpg", "/images/stories/{}");
            case 8 -> get("/media/system/js/" + pick("caption", "core", "mootools", "validate") + ".js", null);
            case 9 -> get("/index.php/" + slug(60) + "/" + (10 + zipf(90)) + "-" + slug(80), "/index.php/{}/{}");
            case 10 -> get("/apache-log/access.log", "/apache-log/access.log");
            case 11 -> get("/component/users;task=" + pick("login", "reset", "remind"), "/component/users;task={}");
            case 12 -> get("/" + pick("en-US", "de-DE", "ko-KR", "fr-FR") + "/help", null);
            case 13 -> get("/logs/" + (2000 + zipf(18)) + "-" + two(12) + "-" + two(28), "/logs/{}");
            case 14 -> get("/releases/" + zipf(40) + ".." + (41 + zipf(50)), "/releases/{}..{}");
            default -> get("/modules/mod_" + pick("poll", "stats", "banner") + "/tmpl/default.php", null);
        }
    }

    /** @param template the path itself if null */
    private void get(String path, String template) {
        add("GET", path, template == null ? path : template);
    }

    private void add(String method, String path, String template) {
        int status = random.nextInt(50) == 0 ? 404 : random.nextInt(8) == 0 ? 304 : 200;
        requests.add(new Request(method, path, status, template));
    }

    /** A number below {@code most}, small ones more often. */
    private int zipf(int most) {
        return (int) (most * StrictMath.pow(random.nextDouble(), 1.6));
    }

    private String pick(String... of) {
        return of[random.nextInt(of.length)];
    }

    private String noun(int most) {
        int n = zipf(most);
        return n < NOUNS.length ? NOUNS[n] : ADJECTIVES[n % ADJECTIVES.length] + NOUNS[n % NOUNS.length];
    }

    private String name() {
        return pick("ann", "bob", "carol", "dmitri", "eunji", "farid", "grace", "heidi", "ivan", "judy") + zipf(3);
    }

    private String slug(int most) {
        int n = zipf(most);
        return ADJECTIVES[n % ADJECTIVES.length] + "-" + NOUNS[n * 7 % NOUNS.length] + "-" + NOUNS[n % NOUNS.length];
    }

    private String camel(int most) {
        int n = zipf(most);
        return capital(ADJECTIVES[n % ADJECTIVES.length])
                + capital(NOUNS[n * 7 % NOUNS.length])
                + (n % 5 == 0 ? "Topic" : "");
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private String korean() {
        String text = KOREAN[random.nextInt(KOREAN.length)] + "-" + KOREAN[zipf(KOREAN.length)]
                + (random.nextInt(3) == 0 ? "-" + zipf(20) : "");
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String filter() {
        return "b" + zipf(40) + (random.nextBoolean() ? ",b" + zipf(300) : "") + ",p" + zipf(9);
    }

    private String code() {
        return "K" + pick("SC", "HQ", "LC") + "-" + (10 + random.nextInt(80)) + "EC-" + (1000 + random.nextInt(900));
    }

    private String hex(int digits) {
        StringBuilder hex = new StringBuilder(Long.toHexString(random.nextLong() | Long.MIN_VALUE));
        hex.append(Long.toHexString(random.nextLong() | Long.MIN_VALUE));
        return hex.substring(0, Math.max(8, digits));
    }

    private String two(int most) {
        return String.format(Locale.ROOT, "%02d", 1 + random.nextInt(most));
    }

    /** Writes the sites in the form of the path benchmark: {@code SiteTraffic OUT SEED REQUESTS}. */
    public static void main(String[] args) throws IOException {
        Path out = Path.of(args[0]);
        Files.createDirectories(out.resolve("requests"));
        Files.createDirectories(out.resolve("labels"));
        for (String site : SITES) {
            List<String> lines = new ArrayList<>();
            Map<String, Integer> labels = new LinkedHashMap<>();
            for (Request r : of(site, Long.parseLong(args[1]), Integer.parseInt(args[2]))) {
                lines.add(r.method() + "\t" + r.path() + "\t" + r.status());
                labels.merge(r.method() + "\t" + r.path() + "\t" + r.template(), 1, Integer::sum);
            }
            Files.write(out.resolve("requests").resolve(site + ".tsv"), lines);
            Files.write(
                    out.resolve("labels").resolve(site + ".tsv"),
                    labels.entrySet().stream()
                            .map(each -> each.getKey() + "\t" + each.getValue())
                            .toList());
        }
    }
}
