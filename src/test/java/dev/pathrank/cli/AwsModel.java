package dev.pathrank.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.RequiredTrait;
import software.amazon.awssdk.core.traits.TraitType;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * Reader of JSON by the model of an AWS service, like the AWS command line: every name must be a member of its
 * structure and type.
 */
final class AwsModel {
    private AwsModel() {}

    /** Fills an SDK builder; fails if the model has no such member or a required one is missing. */
    static <B extends SdkPojo> B read(Map<?, ?> json, B builder) {
        Map<String, Object> left = new TreeMap<>();
        json.forEach((name, value) -> left.put((String) name, value));
        for (SdkField<?> field : builder.sdkFields()) {
            Object value = left.remove(field.memberName());
            if (value != null) {
                field.set(builder, value(field, value));
            } else if (field.containsTrait(RequiredTrait.class, TraitType.REQUIRED_TRAIT)) {
                throw new AssertionError(field.memberName() + " is required and missing in " + json);
            }
        }
        if (!left.isEmpty()) {
            throw new AssertionError("the model has no members " + left.keySet());
        }
        return builder;
    }

    private static Object value(SdkField<?> field, Object value) {
        if (field.marshallingType() == MarshallingType.SDK_POJO) {
            SdkPojo builder = field.constructor().get();
            return ((Buildable) read((Map<?, ?>) value, builder)).build();
        }
        if (field.marshallingType() == MarshallingType.LIST) {
            SdkField<?> item =
                    field.getTrait(ListTrait.class, TraitType.LIST_TRAIT).memberFieldInfo();
            List<Object> items = new ArrayList<>();
            ((List<?>) value).forEach(each -> items.add(value(item, each)));
            return items;
        }
        return field.marshallingType() == MarshallingType.LONG
                ? Long.valueOf(((Number) value).longValue())
                : field.marshallingType().getTargetClass().cast(value);
    }
}
