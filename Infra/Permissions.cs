namespace Lexicon.Infra;

/// <summary>
/// What each operation may do, no more: exact actions on the table or on one index. A transaction needs the permission of each
/// action in it, see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html.
/// </summary>
internal static class Permissions
{
    private const string Get = "dynamodb:GetItem";
    private const string Put = "dynamodb:PutItem";
    private const string Update = "dynamodb:UpdateItem";
    private const string Delete = "dynamodb:DeleteItem";
    private const string Query = "dynamodb:Query";
    private const string Check = "dynamodb:ConditionCheckItem";
    private const string BatchWrite = "dynamodb:BatchWriteItem";

    /// <summary>The permissions by operation.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Permission>> All { get; } =
        new Dictionary<string, IReadOnlyList<Permission>>
        {
            ["ListGlossaries"] = [OnIndex("PublicGlossaries", Query)],
            ["GetGlossary"] = [OnTable(Get)],
            ["ListTerms"] = [OnTable(Get), OnIndex("TermsByName", Query)],
            ["GetTerm"] = [OnTable(Get)],
            ["ListMyGlossaries"] = [OnIndex("OwnedGlossaries", Query)],
            ["GetMyGlossary"] = [OnTable(Get)],
            ["ListMyTerms"] = [OnTable(Get), OnIndex("TermsByName", Query)],
            ["CreateGlossary"] = [OnTable(Get, Put)],
            ["UpdateGlossary"] = [OnTable(Get, Update)],
            ["DeleteGlossary"] = [OnTable(Get, Update, Delete, Query, BatchWrite)],
            ["CreateTerm"] = [OnTable(Get, Put, Update)],
            ["UpdateTerm"] = [OnTable(Get, Check, Update)],
            ["DeleteTerm"] = [OnTable(Get, Update, Delete)],
        };

    private static Permission OnTable(params string[] actions) => new(null, actions);

    private static Permission OnIndex(string index, params string[] actions) => new(index, actions);
}
