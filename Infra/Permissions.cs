using Lexicon.Functions.Store;

namespace Lexicon.Infra;

/// <summary>
/// What each operation may do, no more: exact actions, on the table or on one index, to items of exact kinds. A transaction needs
/// the permission of each action in it, see
/// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html; where its items are of two kinds,
/// one permission names both.
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

    private const string Glossary = $"{Keys.GlossaryPrefix}*";
    private const string Reader = $"{Keys.ReaderPrefix}*";
    private const string Study = $"{Keys.StudyPrefix}*";

    /// <summary>The permissions by operation.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Permission>> All { get; } =
        new Dictionary<string, IReadOnlyList<Permission>>
        {
            ["ListGlossaries"] = [OnIndex(TableSchema.PublicGlossaries, [], Query)],
            ["GetGlossary"] = [On([Glossary], Get)],
            ["ListTerms"] = [On([Glossary], Get, Query, BatchGet), OnIndex(TableSchema.TermsByName, [Glossary], Query)],
            ["GetTerm"] = [On([Glossary], BatchGet)],
            ["ListMyGlossaries"] = [On([Reader], Query), On([Glossary], BatchGet)],
            ["GetMyGlossary"] = [On([Glossary], Get)],
            ["ListMyTerms"] = [On([Glossary], Get, Query, BatchGet), OnIndex(TableSchema.TermsByName, [Glossary], Query)],
            ["CreateGlossary"] = [On([Glossary, Reader], Put)],
            ["UpdateGlossary"] = [On([Glossary], Get, Update)],
            ["DeleteGlossary"] = [On([Glossary, Reader], Update, Delete), On([Glossary, Study], Query, BatchWrite)],
            ["CreateTerm"] = [On([Glossary, Reader], Put, Update)],
            ["UpdateTerm"] = [On([Glossary], BatchGet, Put, Delete)],
            ["DeleteTerm"] = [On([Glossary], BatchGet, Update, Delete)],
            ["ListDueTerms"] =
            [
                On([Glossary, Study], Query, BatchGet), On([Study], Update, Delete), OnIndex(TableSchema.ReviewsByDue, [Study], Query),
            ],
            ["RecordReview"] = [On([Glossary, Reader, Study], BatchGet, Check, Put, Update)],
            ["GetOpenApi"] = [],
        };

    private static Permission On(string[] leadingKeys, params string[] actions) => new(null, leadingKeys, actions);

    private static Permission OnIndex(TableIndex index, string[] leadingKeys, params string[] actions) =>
        new(index.Name, leadingKeys, actions);
}
