package dev.pathrank.tally;

import dev.pathrank.cbor.CborReader;
import dev.pathrank.cbor.CborWriter;
import dev.pathrank.log.Row;
import dev.pathrank.tally.query.QuerySample;
import dev.pathrank.tally.query.RouteSample;
import dev.pathrank.text.ByteSlice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What a run has seen in its rows beside counts: the hours of all rows, hosts, methods and statuses of those that
 * filters left out, which are named where no row counts, and a sample of the queries of those that count. A sum like
 * the tally. Not safe for use by several threads.
 */
public final class SeenRows {
    private final LogHours hours = new LogHours();
    private final SeenValues hosts = new SeenValues();
    private final SeenValues methods = new SeenValues();
    private final SeenValues statuses = new SeenValues();
    private final QuerySample queries = new QuerySample();
    private final RouteSample routes = new RouteSample();
    private final byte[] status = "000".getBytes(StandardCharsets.US_ASCII);
    private final ByteSlice statusText = new ByteSlice();

    /** Adds the time of a row that was parsed. */
    void add(Row row) {
        hours.add(row.epochSecond());
    }

    /** Adds what a filter may have looked at in a row that it left out. */
    void addFiltered(Row row) {
        hosts.add(row.host());
        methods.add(row.method());
        int rest = row.status();
        for (int digit = status.length - 1; digit >= 0; digit--) {
            status[digit] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        statuses.add(statusText.set(status, 0, status.length));
    }

    /** Adds the query of a row that counts. */
    void addCounted(Row row) {
        queries.add(row);
    }

    /** Adds the router's route of a row that counts. */
    void addRoute(Row row) {
        routes.add(row);
    }

    /** Adds everything that {@code other} holds. */
    public void merge(SeenRows other) {
        hours.merge(other.hours);
        hosts.merge(other.hosts);
        methods.merge(other.methods);
        statuses.merge(other.statuses);
        queries.merge(other.queries);
        routes.merge(other.routes);
    }

    /** Returns the hours that have a row. */
    public LogHours hours() {
        return hours;
    }

    /** Returns the hosts of filtered rows; exact only where no row counts. */
    public SeenValues hosts() {
        return hosts;
    }

    /** Returns the methods of filtered rows; exact only where no row counts. */
    public SeenValues methods() {
        return methods;
    }

    /** Returns the statuses of filtered rows; exact only where no row counts. */
    public SeenValues statuses() {
        return statuses;
    }

    /** Returns a sample of the queries of counted rows. */
    public QuerySample queries() {
        return queries;
    }

    /**
     * Returns requests of the routes that the router has logged, if the origin that served a row decides whether it
     * counts.
     */
    public RouteSample routes() {
        return routes;
    }

    /** Writes everything. */
    public void write(CborWriter out) throws IOException {
        hours.write(out);
        hosts.write(out);
        methods.write(out);
        statuses.write(out);
        queries.write(out);
        routes.write(out);
    }

    /** Adds what {@link #write} wrote. */
    public void readInto(CborReader in) throws IOException {
        hours.readInto(in);
        hosts.readInto(in);
        methods.readInto(in);
        statuses.readInto(in);
        queries.readInto(in);
        routes.readInto(in);
    }
}
