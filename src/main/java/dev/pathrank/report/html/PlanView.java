package dev.pathrank.report.html;

import java.util.List;

/**
 * The waves and the limits that they meet.
 *
 * @param intro in words
 * @param waves the overview
 * @param limits a chart for each quota that is used over time
 * @param others quotas that do not depend on time
 * @param requests what to ask AWS for
 * @param advices what to do about quotas that cannot be raised
 * @param more parts on costs, cold starts, hazards and the switch
 */
public record PlanView(
        String intro,
        PageTable waves,
        List<FirstView.Chart> limits,
        PageTable others,
        List<Request> requests,
        List<String> advices,
        List<Part> more) {
    public PlanView {
        limits = List.copyOf(limits);
        requests = List.copyOf(requests);
        advices = List.copyOf(advices);
        more = List.copyOf(more);
    }

    /**
     * A quota increase to ask for.
     *
     * @param title the quota
     * @param words how much, by when and why
     * @param texts what to copy
     */
    public record Request(String title, String words, List<String> texts) {
        public Request {
            texts = List.copyOf(texts);
        }
    }

    /**
     * A part with a heading of its own.
     *
     * @param anchor of the heading
     * @param title the heading
     * @param intro what comes first, a paragraph each
     * @param tables what follows
     * @param points what comes last
     */
    public record Part(String anchor, String title, List<String> intro, List<PageTable> tables, List<String> points) {
        public Part {
            intro = List.copyOf(intro);
            tables = List.copyOf(tables);
            points = List.copyOf(points);
        }
    }
}
