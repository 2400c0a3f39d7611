package dev.pathrank.plan.load;

import dev.pathrank.tally.seconds.InFlight;
import dev.pathrank.tally.seconds.InFlightVisitor;
import java.util.List;

/** Shows each endpoint's window to what finds its start-ups, and then to those who add them up. */
public final class ShownStartUps implements InFlightVisitor {
    private final StartUps startUps;
    private final List<InFlightVisitor> others;
    private long first;

    /** @param others who read from {@code startUps} what they need of a window */
    public ShownStartUps(StartUps startUps, List<InFlightVisitor> others) {
        this.startUps = startUps;
        this.others = List.copyOf(others);
    }

    @Override
    public void window(long firstSecond) {
        first = firstSecond;
        others.forEach(each -> each.window(firstSecond));
    }

    @Override
    public void seconds(int place, InFlight seconds) {
        startUps.show(place, first, seconds);
        others.forEach(each -> each.seconds(place, seconds));
    }
}
