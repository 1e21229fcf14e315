using Lexicon.Functions.Store;

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
    private const string Check = "dynamodb:ConditionCheckItem";
    private const string Query = "dynamodb:Query";
    private const string BatchGet = "dynamodb:BatchGetItem";
    private const string BatchWrite = "dynamodb:BatchWriteItem";

    /// <summary>The permissions by operation.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Permission>> All { get; } =
        new Dictionary<string, IReadOnlyList<Permission>>
        {
            ["ListGlossaries"] = [OnIndex(TableSchema.PublicGlossaries, Query)],
            ["GetGlossary"] = [OnTable(Get)],
            ["ListTerms"] = [OnTable(Get, Query, BatchGet), OnIndex(TableSchema.TermsByName, Query)],
            ["GetTerm"] = [OnTable(BatchGet)],
            ["ListMyGlossaries"] = [OnTable(Query, BatchGet)],
            ["GetMyGlossary"] = [OnTable(Get)],
            ["ListMyTerms"] = [OnTable(Get, Query, BatchGet), OnIndex(TableSchema.TermsByName, Query)],
            ["CreateGlossary"] = [OnTable(Put)],
            ["UpdateGlossary"] = [OnTable(Update)],
            ["DeleteGlossary"] = [OnTable(Update, Delete, Query, BatchWrite)],
            ["CreateTerm"] = [OnTable(Put, Update)],
            ["UpdateTerm"] = [OnTable(BatchGet, Put, Delete)],
            ["DeleteTerm"] = [OnTable(BatchGet, Update, Delete)],
            ["ListDueTerms"] = [OnTable(Query, BatchGet, Update, Delete), OnIndex(TableSchema.ReviewsByDue, Query)],
            ["RecordReview"] = [OnTable(BatchGet, Check, Put, Update)],
            ["GetOpenApi"] = [],
        };

    private static Permission OnTable(params string[] actions) => new(null, actions);

    private static Permission OnIndex(TableIndex index, params string[] actions) => new(index.Name, actions);
}
