package dev.pathrank.plan.data;

import java.util.Locale;

/** A flat-rate plan of CloudFront (since 2025-11-18), which fixes the cache behaviours of a distribution. */
public enum CloudFrontPlan {
    FREE(5),
    PRO(10),
    BUSINESS(50),
    PREMIUM(100);

    private final long behaviours;

    CloudFrontPlan(long behaviours) {
        this.behaviours = behaviours;
    }

    /** Returns the cache behaviours that a distribution may have; they cannot be raised. */
    public long behaviours() {
        return behaviours;
    }

    /** Returns the word of {@code --cloudfront-plan}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the source of {@link #behaviours()}. */
    public String source() {
        return "Amazon CloudFront flat-rate plans, 2026-11 (" + word() + "; cannot be raised)";
    }
}
