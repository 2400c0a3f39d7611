package dev.pathrank.report.stack;

import java.util.List;
import java.util.Locale;

/** A value that is known only when a document is deployed. */
sealed interface Deferred {
    /** A value that CloudFormation knows by a name. */
    sealed interface Named extends Deferred {
        /** Returns its name in CloudFormation. */
        String word();
    }

    /** What AWS or the stack tells. */
    enum Known implements Named {
        REGION("AWS::Region"),
        ACCOUNT("AWS::AccountId"),
        PARTITION("AWS::Partition"),
        DNS_SUFFIX("AWS::URLSuffix"),
        STACK("AWS::StackName");

        private final String word;

        Known(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** What the user gives. */
    enum Parameter implements Named {
        RUNTIME("Runtime", "String", "Identifier of the runtime, such as nodejs24.x"),
        HANDLER("Handler", "String", "Entry of each function's code, such as index.handler"),
        CODE_BUCKET("CodeBucket", "String", "S3 bucket with the code of each function under functions/NAME.zip"),
        SUBNET_IDS("SubnetIds", "List<AWS::EC2::Subnet::Id>", "Subnets of the functions"),
        SECURITY_GROUP_IDS("SecurityGroupIds", "List<AWS::EC2::SecurityGroup::Id>", "Security groups of the functions"),
        PRESENT_ORIGIN(
                "PresentOrigin",
                "String",
                "URL of the present servers without a path, such as https://origin.example.com"),
        ALLOWED_ORIGINS(
                "AllowedOrigins",
                "CommaDelimitedList",
                "Sites whose scripts may call the endpoints, such as https://www.example.com"),
        DISTRIBUTION_ARN(
                "DistributionArn",
                "String",
                "ARN of the CloudFront distribution, which alone may call the function URLs"),
        LISTENER_ARN("ListenerArn", "String", "ARN of a load balancer's listener, which has no rules of its own"),
        ALARM_TOPIC_ARN("AlarmTopicArn", "String", "ARN of the SNS topic that the alarms tell");

        private final String word;
        private final String type;
        private final String description;

        Parameter(String word, String type, String description) {
            this.word = word;
            this.type = type;
            this.description = description;
        }

        @Override
        public String word() {
            return word;
        }

        /** Returns its name in Terraform, and in the command line's words. */
        String variable() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns its type in CloudFormation. */
        String type() {
            return type;
        }

        String description() {
            return description;
        }

        boolean isList() {
            return !type.equals("String");
        }
    }

    /** What a resource tells once it exists. */
    enum Attribute {
        ID,
        ARN,
        URL
    }

    /** A value that another resource tells. */
    record Reference(ResourceType type, String name, Attribute attribute) implements Deferred {}

    /**
     * A text of several parts.
     *
     * @param parts strings and deferred values
     */
    record Text(List<Object> parts) implements Deferred {
        public Text {
            parts = List.copyOf(parts);
        }

        static Text of(Object... parts) {
            return new Text(List.of(parts));
        }
    }
}
