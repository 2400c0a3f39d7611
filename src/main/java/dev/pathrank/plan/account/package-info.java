/**
 * The quotas that apply to an AWS account, asked of Service Quotas. Start at
 * {@link dev.pathrank.plan.account.AccountQuotas}. Reads only, and is loaded only with {@code --quotas account}.
 * Service Quotas' own module of the AWS SDK is not used, since one operation is needed: {@code QuotaClient} sends it
 * with the HTTP client, the credentials and the signer of the SDK that S3 needs anyway.
 */
@NullMarked
package dev.pathrank.plan.account;

import org.jspecify.annotations.NullMarked;
