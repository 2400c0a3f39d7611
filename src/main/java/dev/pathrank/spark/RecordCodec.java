package dev.pathrank.spark;

import dev.pathrank.cbor.CborReader;
import dev.pathrank.cbor.CborWriter;
import dev.pathrank.log.FilterOptions;
import dev.pathrank.log.RowFilter;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Codec for records, component by component, which carries settings to tasks. A component that is added to a record is
 * included without a change here; if its type is unknown here, every run fails, so that no setting is lost unnoticed.
 */
final class RecordCodec {
    private RecordCodec() {}

    /** Writes a record. */
    static void write(Record value, CborWriter out) throws IOException {
        write(value, value.getClass(), out);
    }

    /** Reads a record, which its constructor checks. */
    static <T extends Record> T read(Class<T> type, CborReader in) throws IOException {
        return type.cast(read((Type) type, in));
    }

    /**
     * Writes a component, which may be null if its record permits that: the constructor checks it on the other side.
     */
    private static void writeIfAny(@Nullable Object value, RecordComponent component, CborWriter out)
            throws IOException {
        if (value == null) {
            out.absent();
        } else {
            write(value, component.getGenericType(), out);
        }
    }

    private static @Nullable Object readIfAny(RecordComponent component, CborReader in) throws IOException {
        return in.present() ? read(component.getGenericType(), in) : null;
    }

    private static void write(Object value, Type type, CborWriter out) throws IOException {
        Class<?> raw = raw(type);
        if (raw == String.class
                || raw == Instant.class
                || raw == Duration.class
                || raw == URI.class
                || Path.class.isAssignableFrom(raw)) {
            out.text(value.toString());
        } else if (raw == long.class || raw == int.class) {
            out.number(((Number) value).longValue());
        } else if (raw == boolean.class) {
            out.number((boolean) value ? 1 : 0);
        } else if (raw.isEnum()) {
            out.text(((Enum<?>) value).name());
        } else if (raw == RowFilter.class) {
            write(((RowFilter) value).options(), out);
        } else if (raw == List.class || raw == Set.class) {
            out.begin();
            for (Object each : (Collection<?>) value) {
                write(each, argument(type), out);
            }
            out.end();
        } else if (raw.isRecord()) {
            out.begin();
            for (RecordComponent component : raw.getRecordComponents()) {
                writeIfAny(component(component, value), component, out);
            }
            out.end();
        } else {
            throw unknown(type);
        }
    }

    private static Object read(Type type, CborReader in) throws IOException {
        Class<?> raw = raw(type);
        if (raw == String.class) {
            return in.text();
        } else if (raw == Instant.class) {
            return Instant.parse(in.text());
        } else if (raw == Duration.class) {
            return Duration.parse(in.text());
        } else if (raw == URI.class) {
            return URI.create(in.text());
        } else if (raw == Path.class) {
            return Path.of(in.text());
        } else if (raw == long.class) {
            return in.number();
        } else if (raw == int.class) {
            return Math.toIntExact(in.number());
        } else if (raw == boolean.class) {
            return in.number(1) == 1;
        } else if (raw.isEnum()) {
            return constant(raw, in.text());
        } else if (raw == RowFilter.class) {
            return new RowFilter(read(FilterOptions.class, in));
        } else if (raw == List.class) {
            return List.copyOf(values(argument(type), in));
        } else if (raw == Set.class) {
            return new LinkedHashSet<>(values(argument(type), in));
        } else if (raw.isRecord()) {
            return record(raw, in);
        }
        throw unknown(type);
    }

    private static List<Object> values(Type type, CborReader in) throws IOException {
        List<Object> values = new ArrayList<>();
        in.begin();
        while (in.more()) {
            values.add(read(type, in));
        }
        in.end();
        return values;
    }

    private static Object record(Class<?> raw, CborReader in) throws IOException {
        RecordComponent[] components = raw.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        in.begin();
        for (int at = 0; at < components.length; at++) {
            types[at] = components[at].getType();
            values[at] = readIfAny(components[at], in);
        }
        in.end();
        try {
            var constructor = raw.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no " + raw.getName() + " can be made of what was sent", e);
        }
    }

    private static @Nullable Object component(RecordComponent component, Object of) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot be sent: " + component, e);
        }
    }

    private static Object constant(Class<?> raw, String name) {
        for (Object constant : raw.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new IllegalStateException("no " + name + " in " + raw.getName());
    }

    private static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType some ? some.getRawType() : type);
    }

    private static Type argument(Type type) {
        return ((ParameterizedType) type).getActualTypeArguments()[0];
    }

    private static IllegalStateException unknown(Type type) {
        return new IllegalStateException("nothing here knows how to send a " + type.getTypeName());
    }
}
