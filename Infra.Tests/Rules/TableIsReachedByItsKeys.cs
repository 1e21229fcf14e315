namespace Lexicon.Infra.Tests.Rules;

/// <summary>
/// Whoever reaches into a table names the actions, never a scan, and the partition keys of the items; an index that all readers share
/// has none to name. See https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html.
/// </summary>
public sealed partial class TableIsReachedByItsKeys : Rule
{
    private protected override Change[] Broken =>
    [
        Set("/Role/Properties/Policies/0/PolicyDocument/Statement/dynamodb:GetItem/Action", "\"dynamodb:Scan\""),
        Set("/Role/Properties/Policies/0/PolicyDocument/Statement/dynamodb:GetItem/Action", "\"dynamodb:*\""),
        Remove("/Role/Properties/Policies/0/PolicyDocument/Statement/dynamodb:GetItem/Condition"),
        Replace("/Role/Properties/Policies/0/PolicyDocument/Statement/dynamodb:GetItem/Condition", "GLOSSARY#*", "*"),
        Replace("/Role/Properties/Policies/0/PolicyDocument/Statement/dynamodb:Query/Resource", "PublicGlossaries", "*"),
        Replace("/Role/Properties/Policies/0/PolicyDocument/Statement/dynamodb:Query/Resource", "PublicGlossaries", "TermsByName"),
    ];

    private protected override IEnumerable<string> Breaches(Template template) =>
        from role in template.OfType("AWS::IAM::Role")
        from statement in Statement.Of(role, template)
        where statement.Actions.Any(action => action.StartsWith("dynamodb:", StringComparison.Ordinal))
        where !IsOfAStream(statement) && !IsOfABackup(statement)
        where statement.Actions.Any(action => !Actions.Contains(action))
            || !(statement.Resources.All(IsAGlobalIndex) || LeadingKeys().IsMatch(statement.Condition))
        select $"{role.Construct} may {statement}";

    private static readonly string[] Actions =
    [
        .. ((string[])["GetItem", "PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem", "Query", "BatchGetItem", "BatchWriteItem"])
            .Select(action => $"dynamodb:{action}"),
    ];

    private static readonly string[] ReadingAStream =
        ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams"];

    // Of a stream it is the reader that chooses the items, by the filters of its event source mapping.
    private static bool IsOfAStream(Statement statement) =>
        statement.Actions.All(ReadingAStream.Contains)
        && statement.Resources.All(arn => arn.Contains("/stream/", StringComparison.Ordinal)
            || arn.Contains("StreamArn", StringComparison.Ordinal));

    // A backup is of all items, and shows none.
    private static readonly string[] BackingUp =
        ["dynamodb:CreateBackup", "dynamodb:DescribeTable", "dynamodb:ListTagsOfResource", "dynamodb:StartAwsBackupJob"];

    private static bool IsOfABackup(Statement statement) => statement.Actions.All(BackingUp.Contains);

    private static bool IsAGlobalIndex(string arn) =>
        Functions.Store.TableSchema.Indexes.Any(index => arn.EndsWith($"/index/{index.Name}", StringComparison.Ordinal));

    [GeneratedRegex(@"^ForAllValues:StringLike dynamodb:LeadingKeys [A-Z]+(#\*)?(, [A-Z]+(#\*)?)*$")]
    private static partial Regex LeadingKeys();
}
