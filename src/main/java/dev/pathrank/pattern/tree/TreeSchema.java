package dev.pathrank.pattern.tree;

import com.dynatrace.hash4j.hashing.HashStream64;
import com.dynatrace.hash4j.hashing.Hashing;
import dev.pathrank.cbor.StoredEnum;
import dev.pathrank.pattern.segment.CharacterProfile;
import dev.pathrank.pattern.segment.CoarseningLevel;
import dev.pathrank.pattern.segment.FileExtension;
import dev.pathrank.pattern.segment.MaskedPath;
import dev.pathrank.pattern.segment.SegmentKind;
import dev.pathrank.pattern.segment.Shape;
import dev.pathrank.pattern.segment.TermDictionary;
import dev.pathrank.text.ByteSlice;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A number for the way in which this version classifies segments and for how many it keeps. Trees merge exactly only if
 * both were built by the same rules, so stored trees carry it as part of the tally's schema.
 */
public final class TreeSchema {
    /** At least one segment of each shape, and segments at the borders between shapes. */
    private static final List<String> PROBES = List.of(
            "",
            "me",
            "getOrders",
            "oauth2",
            "mp34",
            "abc123",
            "s3x",
            "my-summer-holiday",
            "new_york",
            "a-b",
            "a1-b2",
            "v1",
            "v2.1",
            "v10",
            "version2",
            "7",
            "42",
            "007",
            "1234567890123456",
            "48.85,2.35",
            "-1",
            "1.5",
            "2017-02-12",
            "2017-13-99",
            "9999-99-99",
            "20170212",
            "123e4567-e89b-12d3-a456-426614174000",
            "123E4567E89B12D3",
            "deadbeef",
            "deadbee1",
            "dead",
            "cafe1234",
            "cus_9s6XKz",
            "AB12CD",
            "x1y2z3",
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln",
            "0123456789abcdefghij",
            "a1b2c3d4e5f6g7h8i9j0",
            "how-to-build-a-house-in-2017-and-live",
            "anne@example.com",
            "anne%40example.com",
            "app.js",
            "app.9f3a.min.js",
            "photo.jpeg",
            "users.list",
            "2.0",
            "data.json",
            "index.html",
            "feed.xml",
            "archive.tar.gz",
            "id=42",
            "key=abc",
            "item:start",
            "42:cancel",
            "caf%C3%A9",
            "%E4%BD%A0",
            "~user",
            "(1)",
            "a,b",
            "a+b",
            ".env",
            "wp-login.php",
            "*",
            "?action=",
            "...",
            "x",
            "inn;nights=2",
            "Image:photo.jpg",
            "00:1a:2b:3c:4d:5e");

    /** The third way in which {@link TreeBound} bounds the weight of a tree. */
    private static final int BOUND = 3;

    private TreeSchema() {}

    /** Returns the number, the same on every machine. */
    public static long of() {
        HashStream64 hash = Hashing.wyhashFinal4().hashStream();
        CharacterProfile profile = new CharacterProfile();
        ByteSlice segment = new ByteSlice();
        for (String probe : PROBES) {
            byte[] text = probe.getBytes(StandardCharsets.UTF_8);
            for (int level = 0; level <= CoarseningLevel.MAX; level++) {
                hash.putInt(SegmentKind.atLevel(SegmentKind.of(text), level));
            }
            hash.putLong(MaskedPath.hash(ByteSlice.of(text), profile, segment));
        }
        TermDictionary.forEach(term -> hash.putBytes(term).putInt(term.length));
        FileExtension.all().forEach(hash::putString);
        for (Shape shape : StoredEnum.byCode(Shape.values())) {
            hash.putInt(shape.code());
            for (int above = 0; above <= 2; above++) {
                for (int level = 0; level <= CoarseningLevel.MAX; level++) {
                    hash.putInt(shape.kept(above, level));
                }
            }
        }
        hash.putInt(NodeWeight.NODE).putLong(NodeWeight.ofLeaf(0)).putLong(NodeWeight.ofLeaf(NodeWeight.FULL));
        hash.putInt(CoarseningLevel.SHALLOWER).putInt(BOUND);
        return hash.getAsLong();
    }
}
