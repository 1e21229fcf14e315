using Amazon.DynamoDBv2;
using Amazon.Runtime;

namespace Lexicon.Functions.Store;

/// <summary>
/// The client as the environment describes it: <c>AWS_REGION</c>, <c>AWS_ACCESS_KEY_ID</c> and its fellows, which Lambda sets,
/// and <c>AWS_ENDPOINT_URL</c>, which the SDK itself reads
/// (https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html).
/// </summary>
internal static class DynamoDbClients
{
    /// <summary>An attempt that takes longer is given up and repeated, twice at most, which every request here allows.</summary>
    private static readonly TimeSpan TimeOfAttempt = TimeSpan.FromSeconds(4);

    public static AmazonDynamoDBClient FromEnvironment() =>
        new(new EnvironmentVariablesAWSCredentials(), new AmazonDynamoDBConfig { Timeout = TimeOfAttempt, MaxErrorRetry = 2 });
}
