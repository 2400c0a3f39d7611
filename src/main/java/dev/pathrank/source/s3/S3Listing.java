package dev.pathrank.source.s3;

import dev.pathrank.source.KeyHour;
import dev.pathrank.source.KeyLayout;
import dev.pathrank.source.ListingFilter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Lists keys in their order, several pages at a time, and leaps over those of other hours than the window's.
 *
 * <p>A page whose keys all have a shape that CloudFront gives tells how keys grow with time. So the rest can be cut
 * into ranges, a few hours or days each, that are listed side by side. The cuts are guesses, but the ranges leave
 * nothing out between them: a bad guess costs a request and never a key. Only leaps leave keys out, and those are the
 * keys that name a time outside the window.
 */
final class S3Listing {
    /** Listings in flight: S3 answers each prefix some thousand times a second, so this is no burden. */
    static final int IN_FLIGHT = 8;

    /** The last page of a range is mostly beyond its end, and so for nothing: the more pages, the less of them is. */
    private static final int PAGES_A_RANGE = 4;

    /** Said of an answer that cannot be gone on from. */
    static final String NO_KEYS = "the server says that more keys follow, but names no key to continue after";

    private static final int FIRST_CUTS = 8;
    private static final int MOST_CUTS = 32;

    /** S3's order, which is not that of UTF-16 beyond the basic plane. */
    private static final Comparator<String> BY_UTF8 =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

    private final Function<@Nullable String, Page> pages;
    private final ListingFilter filter;
    private final ExecutorService threads = Executors.newFixedThreadPool(IN_FLIGHT, S3Listing::daemon);
    /** Keys after which nothing comes before another key, which ends a run of guesses beyond the last object. */
    private final NavigableMap<String, Gap> gaps = new ConcurrentSkipListMap<>(BY_UTF8);

    private S3Listing(Function<@Nullable String, Page> pages, ListingFilter filter) {
        this.pages = pages;
        this.filter = filter;
    }

    /**
     * The answer to one request.
     *
     * @param more whether further objects follow
     */
    record Page(List<S3Object> objects, boolean more) {}

    /** The keys after one up to and with another; without a bound where that is null. */
    private record Range(@Nullable String after, @Nullable String upTo, int cuts) {
        boolean holds(String key) {
            return upTo == null || BY_UTF8.compare(key, upTo) <= 0;
        }
    }

    /** Keys that nothing has, up to the next key there is; without a bound where that is null. */
    private record Gap(@Nullable String nextKey) {
        boolean covers(String upTo) {
            return nextKey == null || BY_UTF8.compare(nextKey, upTo) > 0;
        }
    }

    /** What one request brought, and what follows it, in order. */
    private record Step(List<S3Object> objects, List<Future<Step>> next) {}

    /**
     * Hands out every object that is not leapt over, in the order of keys.
     *
     * @throws RuntimeException what {@code pages} threw first, by the order of keys
     */
    static void list(Function<@Nullable String, Page> pages, ListingFilter filter, Consumer<S3Object> objects)
            throws InterruptedException {
        S3Listing listing = new S3Listing(pages, filter);
        try {
            listing.run(objects);
        } finally {
            listing.threads.shutdownNow();
        }
    }

    private void run(Consumer<S3Object> objects) throws InterruptedException {
        Deque<Future<Step>> todo = new ArrayDeque<>(List.of(begin(new Range(null, null, FIRST_CUTS))));
        while (!todo.isEmpty()) {
            Step step = result(todo.pop());
            step.objects().forEach(objects);
            List<Future<Step>> next = new ArrayList<>(step.next());
            Collections.reverse(next);
            next.forEach(todo::push);
        }
    }

    private static Step result(Future<Step> step) throws InterruptedException {
        try {
            return step.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("while listing", e.getCause());
        }
    }

    // Nothing waits in here for another range, so that any number of threads will do.
    private Future<Step> begin(Range range) {
        return threads.submit(() -> step(range));
    }

    private Step step(Range range) {
        if (isKnownEmpty(range)) {
            return new Step(List.of(), List.of());
        }
        Page page = pages.apply(range.after());
        requireProgress(page, range.after());
        List<S3Object> objects =
                page.objects().stream().filter(o -> range.holds(o.key())).toList();
        if (objects.isEmpty()) {
            noteGap(range, page);
        }
        boolean isEnd = !page.more() || objects.size() < page.objects().size() || objects.isEmpty();
        List<Range> rest = isEnd ? List.of() : rest(objects, range);
        return new Step(objects, rest.stream().map(this::begin).toList());
    }

    /** Fails where the keys of a page do not advance, for then the listing would never end or leave keys out. */
    private static void requireProgress(Page page, @Nullable String after) {
        if (page.more() && page.objects().isEmpty()) {
            throw new BrokenListingException(NO_KEYS);
        }
        String before = after;
        for (S3Object object : page.objects()) {
            String key = object.key();
            if (key == null) {
                throw new BrokenListingException("the server lists an object without a key");
            }
            // Without a further page the order within this one is of no consequence.
            if (before != null && BY_UTF8.compare(key, before) <= 0) {
                throw new BrokenListingException("the server lists " + key + " again or too late, after " + before
                        + ", although keys must be in order; check that it supports start-after");
            }
            before = page.more() ? key : after;
        }
    }

    private boolean isKnownEmpty(Range range) {
        String after = range.after();
        String upTo = range.upTo();
        if (after == null || upTo == null) {
            return false;
        }
        Map.Entry<String, Gap> gap = gaps.floorEntry(after);
        return gap != null && gap.getValue().covers(upTo);
    }

    private void noteGap(Range range, Page page) {
        String after = range.after();
        if (after != null && (!page.objects().isEmpty() || !page.more())) {
            gaps.put(
                    after,
                    new Gap(page.objects().stream()
                            .findFirst()
                            .map(S3Object::key)
                            .orElse(null)));
        }
    }

    /** What follows a full page: a leap, ranges side by side, or simply the next page. */
    private List<Range> rest(List<S3Object> page, Range range) {
        String last = page.get(page.size() - 1).key();
        Range goOn = new Range(last, range.upTo(), range.cuts());
        Optional<KeyLayout> layout = KeyLayout.of(last);
        if (layout.isEmpty() || !page.stream().allMatch(o -> KeyHour.of(o.key()).isPresent())) {
            return List.of(goOn); // names that CloudFront did not write: no range can be skipped
        }
        Optional<String> leap = layout.get()
                .leap(filter)
                .filter(to -> BY_UTF8.compare(to, last) > 0); // folders of days hold the window's first hour too
        if (leap.isPresent()) {
            return range.holds(leap.get()) ? List.of(new Range(leap.get(), range.upTo(), range.cuts())) : List.of();
        }
        return cut(goOn, last, layout.get(), hoursPerPage(page, layout.get()).multipliedBy(PAGES_A_RANGE));
    }

    /** How much time a page covers, so that a range can be some pages. */
    private static Duration hoursPerPage(List<S3Object> page, KeyLayout last) {
        Instant first = page.stream()
                .flatMap(object -> KeyLayout.of(object.key()).stream())
                .filter(layout -> layout.base().equals(last.base()))
                .map(KeyLayout::hour)
                .findFirst()
                .orElse(last.hour());
        return Duration.between(first, last.hour()).plusHours(1);
    }

    private List<Range> cut(Range rest, String last, KeyLayout layout, Duration apart) {
        List<Range> ranges = new ArrayList<>();
        String after = last;
        Instant time = layout.hour();
        for (int i = 0; i < rest.cuts(); i++) {
            time = time.plus(apart);
            String cut = layout.at(time);
            boolean beyond = filter.endHour().filter(time::isAfter).isPresent();
            if (beyond || !rest.holds(cut)) {
                break;
            }
            if (BY_UTF8.compare(cut, after) > 0) { // else the layout knows days only, and it is still the same day
                ranges.add(new Range(after, cut, FIRST_CUTS));
                after = cut;
            }
        }
        ranges.add(new Range(after, rest.upTo(), Math.min(2 * rest.cuts(), MOST_CUTS)));
        return ranges;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "pathrank-list");
        thread.setDaemon(true);
        return thread;
    }
}
