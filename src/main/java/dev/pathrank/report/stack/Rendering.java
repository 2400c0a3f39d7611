package dev.pathrank.report.stack;

import dev.pathrank.report.stack.Deferred.Known;
import dev.pathrank.report.stack.Deferred.Parameter;
import dev.pathrank.report.stack.Deferred.Reference;
import dev.pathrank.report.stack.Deferred.Text;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns deferred values into what a form writes for them, and notes which parameters it has used. */
abstract class Rendering {
    private final Set<Parameter> parameters = EnumSet.noneOf(Parameter.class);
    private final Set<Known> known = EnumSet.noneOf(Known.class);

    /** Returns a value in which nothing is deferred. */
    final Object of(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> rendered = new LinkedHashMap<>();
            map.forEach((name, each) -> rendered.put((String) name, of(each)));
            return rendered;
        }
        if (value instanceof List<?> list) {
            List<Object> rendered = new ArrayList<>();
            list.forEach(each -> rendered.add(of(each)));
            return rendered;
        }
        if (value instanceof String text) {
            return string(text);
        }
        if (value instanceof Text text) {
            note(text);
            return text(text);
        }
        if (value instanceof Deferred one) {
            note(one);
            return single(one);
        }
        return value;
    }

    private void note(Deferred value) {
        if (value instanceof Parameter parameter) {
            parameters.add(parameter);
        } else if (value instanceof Known one) {
            known.add(one);
        } else if (value instanceof Text text) {
            text.parts().stream()
                    .filter(Deferred.class::isInstance)
                    .map(Deferred.class::cast)
                    .forEach(this::note);
        }
    }

    /** Returns the parameters of all values so far, in one order. */
    final Set<Parameter> parameters() {
        return parameters;
    }

    /** Returns what all values so far have of AWS, in one order. */
    final Set<Known> known() {
        return known;
    }

    /** Renders text that is meant literally. */
    abstract String string(String text);

    /** Renders a parameter, a known value or a {@link Reference}. */
    abstract Object single(Deferred value);

    abstract Object text(Text text);
}
