package dev.pathrank.plan.data;

/**
 * The value of a quota that applies to an account, as Service Quotas tells it.
 *
 * @param code of the quota, such as {@code L-B99A9384}
 * @param name of the quota
 * @param value rounded down
 */
public record AppliedQuota(String code, String name, long value) {
    public AppliedQuota {
        if (value < 0) {
            throw new IllegalArgumentException("the quota " + name + " (" + code + ") is " + value);
        }
    }

    /** Returns whether it is the quota of a code; where the code is not known, whether it is that of a name. */
    boolean is(String otherCode, String otherName) {
        return otherCode.isEmpty() ? !otherName.isEmpty() && name.equalsIgnoreCase(otherName) : code.equals(otherCode);
    }
}
