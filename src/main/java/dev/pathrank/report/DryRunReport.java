package dev.pathrank.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.pathrank.source.HourCoverage;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * What a run would do, as its listing shows.
 *
 * @param objects that would be read
 * @param requests to S3
 * @param time the run may take
 * @param complete whether every source could be listed
 */
public record DryRunReport(Objects objects, Requests requests, Time time, boolean complete) {
    private static final double MEGABYTE = 1e6;
    private static final int GAPS_NAMED = 10;

    /**
     * Objects that would be read.
     *
     * @param count how many there are
     * @param bytes their stored bytes, as far as they are known
     * @param hours that their names cover
     */
    public record Objects(long count, long bytes, HourCoverage hours) {}

    /**
     * Requests to S3.
     *
     * @param lists requests to list that this took, and that the run will take again
     * @param gets requests to get that the run will take
     * @param dollars what S3 charges for those requests of the run, in US dollars
     * @param prices the prices that this is computed from
     */
    public record Requests(long lists, long gets, BigDecimal dollars, String prices) {}

    /**
     * How long the run may take.
     *
     * @param seconds about how many
     * @param basis what that is computed from
     */
    public record Time(long seconds, String basis) {}

    /** Writes lines for people. */
    public void writeText(Writer out) throws IOException {
        line(out, "objects: %,d, %,.1f MB stored", objects.count(), objects.bytes() / MEGABYTE);
        HourCoverage.Span window = hours().window();
        if (window != null) {
            line(
                    out,
                    "hours: %,d from %s to %s; %,d with objects, %,d without",
                    window.hours(),
                    window.from(),
                    window.to(),
                    hours().covered(),
                    window.hours() - hours().covered());
        }
        for (HourCoverage.Span gap :
                hours().gaps().subList(0, Math.min(GAPS_NAMED, hours().gaps().size()))) {
            line(out, "  no object: %s to %s (%,d h)", gap.from(), gap.to(), gap.hours());
        }
        if (hours().gaps().size() > GAPS_NAMED) {
            line(
                    out,
                    "  and %,d more such gaps; --format json lists all",
                    hours().gaps().size() - GAPS_NAMED);
        }
        if (hours().unnamed() > 0) {
            line(out, "  objects without an hour in their names: %,d", hours().unnamed());
        }
        if (requests.lists() + requests.gets() > 0) {
            line(
                    out,
                    "S3 requests: %,d LIST + %,d GET, about $%s (%s)",
                    requests.lists(),
                    requests.gets(),
                    rounded(),
                    requests.prices());
        }
        line(out, "time: about %,d s (%s)", time.seconds(), time.basis());
        out.flush();
    }

    /** Writes one JSON object. */
    public void writeJson(Writer out) throws IOException {
        // Not closed: after a failed write that would complete the object and hide the failure.
        JsonGenerator json = Json.generator(out);
        json.setPrettyPrinter(Json.layout());
        json.writeStartObject();
        json.writeNumberField("objects", objects.count());
        json.writeNumberField("bytes", objects.bytes());
        json.writeObjectFieldStart("hours");
        HourCoverage.Span window = hours().window();
        json.writeStringField("from", window == null ? null : window.from().toString());
        json.writeStringField("to", window == null ? null : window.to().toString());
        json.writeNumberField("all", window == null ? 0 : window.hours());
        json.writeNumberField("with_objects", hours().covered());
        json.writeNumberField("objects_without_hour", hours().unnamed());
        json.writeArrayFieldStart("without_objects");
        for (HourCoverage.Span gap : hours().gaps()) {
            json.writeStartObject();
            json.writeStringField("from", gap.from().toString());
            json.writeStringField("to", gap.to().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeObjectFieldStart("requests");
        json.writeNumberField("list", requests.lists());
        json.writeNumberField("get", requests.gets());
        json.writeNumberField("dollars", requests.dollars());
        json.writeStringField("prices", requests.prices());
        json.writeEndObject();
        json.writeNumberField("seconds", time.seconds());
        json.writeStringField("seconds_from", time.basis());
        json.writeBooleanField("complete", complete);
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
    }

    private HourCoverage hours() {
        return objects.hours();
    }

    private String rounded() {
        BigDecimal dollars = requests.dollars();
        return dollars.setScale(dollars.signum() == 0 ? 0 : 4, RoundingMode.UP).toPlainString();
    }

    private static void line(Writer out, String pattern, Object... values) throws IOException {
        out.write(String.format(Locale.ROOT, pattern, values));
        out.write('\n');
    }
}
