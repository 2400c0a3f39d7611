package dev.pathrank.source.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.source.ListingFilter;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.S3Object;

@Timeout(60)
class S3ListingTest {
    private static final int PAGE = 10;
    private static final Instant BEGIN = Instant.parse("2016-11-20T00:00:00Z");
    private static final int HOURS = 24 * 150;
    private static final Instant FROM = Instant.parse("2017-02-12T00:00:00Z");
    private static final ListingFilter WINDOW = new ListingFilter(FROM, FROM.plusSeconds(3600 * 48), null, true);

    /** How S3 answers, a few keys a page. */
    private static final class Bucket implements Function<@Nullable String, S3Listing.Page> {
        private final NavigableSet<String> keys = new TreeSet<>();
        private final AtomicInteger requests = new AtomicInteger();

        @Override
        public S3Listing.Page apply(@Nullable String key) {
            requests.incrementAndGet();
            NavigableSet<String> rest = key == null ? keys : keys.tailSet(key, false);
            List<S3Object> next = rest.stream()
                    .limit(PAGE + 1)
                    .map(k -> S3Object.builder().key(k).size(1L).build())
                    .toList();
            return new S3Listing.Page(next.subList(0, Math.min(PAGE, next.size())), next.size() > PAGE);
        }

        List<String> list(ListingFilter filter) throws InterruptedException {
            return S3ListingTest.list(this, filter);
        }
    }

    private static List<String> list(Function<@Nullable String, S3Listing.Page> pages, ListingFilter filter)
            throws InterruptedException {
        List<String> listed = new ArrayList<>();
        S3Listing.list(pages, filter, object -> listed.add(object.key()));
        return listed;
    }

    /** Five months of two distributions, in some hours none, in others up to three objects. */
    private static Bucket bucket(String form) {
        Bucket bucket = new Bucket();
        for (int hour = 0; hour < HOURS; hour++) {
            LocalDateTime time = LocalDateTime.ofInstant(BEGIN.plusSeconds(3600L * hour), ZoneOffset.UTC);
            for (int i = 0; i < hour * 7919 % 4; i++) {
                for (String id : List.of("E1AAA", "E2BBB")) {
                    bucket.keys.add("cdn/" + folder(form, time) + id + "." + time.toLocalDate()
                            + String.format(Locale.ROOT, "-%02d.%04x.gz", time.getHour(), i));
                }
            }
        }
        return bucket;
    }

    private static String folder(String form, LocalDateTime time) {
        return String.format(form, time.getYear(), time.getMonthValue(), time.getDayOfMonth(), time.getHour());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "%04d/%02d/%02d/%02d/",
                "%04d/%02d/%02d/",
                "year=%04d/month=%02d/day=%02d/hour=%02d/",
                "year=%04d/month=%02d/day=%02d/"
            })
    void listsEveryKeyInOrderAndOfAWindowNoOthersThanItNeeds(String form) throws Exception {
        Bucket bucket = bucket(form);

        assertEquals(List.copyOf(bucket.keys), bucket.list(ListingFilter.ALL));

        bucket.requests.set(0);
        List<String> wanted = bucket.keys.stream().filter(WINDOW::takes).toList();
        assertEquals(wanted, bucket.list(WINDOW).stream().filter(WINDOW::takes).toList());
        int pagesOfAll = bucket.keys.size() / PAGE;
        assertTrue(bucket.requests.get() < pagesOfAll / 8, bucket.requests + " requests for " + pagesOfAll + " pages");
    }

    @Test
    void reachesAWindowWithoutAnEndOrABeginning() throws Exception {
        Bucket bucket = bucket("");
        for (ListingFilter filter :
                List.of(new ListingFilter(FROM, null, null, true), new ListingFilter(null, FROM, null, true))) {
            assertEquals(
                    bucket.keys.stream().filter(filter::takes).toList(),
                    bucket.list(filter).stream().filter(filter::takes).toList());
        }
    }

    @Test
    void listsEverythingWithoutPruning() throws Exception {
        Bucket bucket = bucket("");
        ListingFilter all = new ListingFilter(WINDOW.from(), WINDOW.to(), null, false);
        assertEquals(List.copyOf(bucket.keys), bucket.list(all));
    }

    @Test
    void findsWhatSomebodyMadeOfTheMonthOfTheWindow() throws Exception {
        Bucket bucket = bucket("");
        bucket.keys.add("cdn/E1AAA.2017-02.gz");
        bucket.keys.add("cdn/E1AAA.2017-02-merged.gz");
        bucket.keys.add("cdn/notes.txt");
        List<String> listed = bucket.list(WINDOW);
        assertTrue(listed.containsAll(List.of("cdn/E1AAA.2017-02.gz", "cdn/E1AAA.2017-02-merged.gz", "cdn/notes.txt")));
    }

    @Test
    void looksAtEveryKeyAmongNamesThatAreNotCloudFronts() throws Exception {
        Bucket bucket = new Bucket();
        for (int day = 1; day <= 28; day++) {
            for (int part = 0; part < 30; part++) {
                bucket.keys.add(String.format(Locale.ROOT, "cdn/2016/12/%02d/00/stream-%02d", day, part));
            }
        }
        assertEquals(List.copyOf(bucket.keys), bucket.list(WINDOW));
    }

    @Test
    void asksForSeveralRangesAtOnce() throws Exception {
        Bucket bucket = bucket("");
        CountDownLatch together = new CountDownLatch(4);
        Function<@Nullable String, S3Listing.Page> slow = key -> {
            if (key != null) {
                together.countDown();
                try {
                    assertTrue(together.await(30, TimeUnit.SECONDS), "one after the other");
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return bucket.apply(key);
        };
        assertEquals(List.copyOf(bucket.keys), list(slow, ListingFilter.ALL));
    }

    @Test
    void asksLittleMoreThanItMustWhereItHasToGuess() throws Exception {
        Bucket bucket = bucket("");
        bucket.list(ListingFilter.ALL);
        int pages = bucket.keys.size() / PAGE;
        assertTrue(bucket.requests.get() < 3 * pages, bucket.requests + " requests for " + pages + " pages");
    }

    @Test
    void failsAsTheFirstPageThatFails() {
        Bucket bucket = bucket("");
        String beyond = "cdn/E1AAA.2017-01";
        Function<@Nullable String, S3Listing.Page> broken = key -> {
            if (key != null && key.compareTo(beyond) > 0) {
                throw new IllegalArgumentException("no more");
            }
            return bucket.apply(key);
        };
        List<String> listed = new ArrayList<>();
        assertThrows(
                IllegalArgumentException.class,
                () -> S3Listing.list(broken, ListingFilter.ALL, object -> listed.add(object.key())));
        assertEquals(bucket.keys.stream().limit(listed.size()).toList(), listed);
    }
}
