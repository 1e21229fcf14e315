using System.Text.Json.Nodes;

namespace Lexicon.Local.S3.Resources;

/// <summary>
/// What S3 calls a public bucket policy: it lets everyone in, under no condition that holds it to fixed values
/// (https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html, "The meaning of 'public'").
/// </summary>
internal static class PublicPolicy
{
    // The condition keys that tie a statement to somebody, if their values have no wildcard.
    private static readonly HashSet<string> Ties = new(StringComparer.OrdinalIgnoreCase)
    {
        "aws:SourceIp", "aws:SourceArn", "aws:SourceVpc", "aws:SourceVpce", "aws:SourceOwner", "aws:SourceAccount", "aws:userid",
        "aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:PrincipalAccount", "aws:PrincipalArn", "aws:SourceOrgID", "aws:SourceOrgPaths",
        "s3:x-amz-server-side-encryption-aws-kms-key-id", "s3:DataAccessPointArn", "s3:DataAccessPointAccount",
    };

    // Operators that hold a key to given values; the others say what it must not be.
    private static readonly string[] Positive =
        ["StringEquals", "StringLike", "ArnEquals", "ArnLike", "IpAddress", "StringEqualsIgnoreCase"];

    /// <summary>Whether the policy is public.</summary>
    public static bool Is(JsonNode policy) => Many(policy["Statement"]).OfType<JsonObject>().Any(IsPublic);

    private static bool IsPublic(JsonObject statement) =>
        (string?)statement["Effect"] == "Allow"
        && (statement.ContainsKey("NotPrincipal") || IsEveryone(statement["Principal"]))
        && !Conditions(statement).Any(Binds);

    private static bool IsEveryone(JsonNode? principal) => principal switch
    {
        JsonValue value => value.ToString() == "*",
        JsonObject kinds => Many(kinds["AWS"]).Any(static one => one?.ToString() == "*"),
        _ => false,
    };

    private static IEnumerable<(string Operator, string Key, JsonNode? Values)> Conditions(JsonObject statement) =>
        from condition in statement["Condition"] as JsonObject ?? []
        from key in condition.Value as JsonObject ?? []
        select (condition.Key, key.Key, key.Value);

    private static bool Binds((string Operator, string Key, JsonNode? Values) condition) =>
        Ties.Contains(condition.Key)
        && Positive.Contains(condition.Operator.Split(':')[^1], StringComparer.OrdinalIgnoreCase)
        && Many(condition.Values).Select(static value => value?.ToString() ?? "").All(value => IsFixed(condition.Key, value));

    private static bool IsFixed(string key, string value) => key.Equals("aws:SourceIp", StringComparison.OrdinalIgnoreCase)
        ? value is not ("0.0.0.0/0" or "::/0")
        : !value.Contains('*', StringComparison.Ordinal) && !value.Contains('?', StringComparison.Ordinal);

    private static JsonArray Many(JsonNode? node) => node switch
    {
        null => [],
        JsonArray array => array,
        _ => [node.DeepClone()],
    };
}
