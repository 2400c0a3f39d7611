package dev.pathrank.plan.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pathrank.plan.data.TieredPrice.Tier;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each part of an amount costs the price of its own tier. */
class TieredPriceTest {
    private static final TieredPrice PRICE = new TieredPrice(List.of(
            new Tier(BigDecimal.TEN, new BigDecimal("3")),
            new Tier(new BigDecimal(30), new BigDecimal("2")),
            new Tier(null, new BigDecimal("0.5"))));

    @ParameterizedTest
    @CsvSource({"0, 0", "4, 12", "10, 30", "11, 32", "30, 70", "32, 71.0"})
    void costs(BigDecimal amount, BigDecimal cost) {
        assertEquals(
                0, cost.compareTo(PRICE.cost(amount)), () -> PRICE.cost(amount).toPlainString());
    }

    @Test
    void aFlatPriceIsOneTier() {
        assertEquals(
                new BigDecimal("0.06"), TieredPrice.flat(new BigDecimal("0.02")).cost(new BigDecimal(3)));
    }

    @Test
    void theLastTierHasNoEnd() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new TieredPrice(List.of(new Tier(BigDecimal.TEN, BigDecimal.ONE))));
        assertThrows(IllegalArgumentException.class, () -> new TieredPrice(List.of()));
    }
}
