using System.Text.RegularExpressions;
using Amazon.DynamoDBv2.Model;

namespace Lexicon.Functions.Tests.Support;

/// <summary>Writes down a request as an access pattern: what varies stands in angle brackets.</summary>
internal static partial class AccessNotes
{
    public static TableAccess Of(GetItemRequest request) =>
        new("GetItem", Shape(request.Key), null, request.ConsistentRead is true);

    public static TableAccess Of(BatchGetItemRequest request)
    {
        var table = request.RequestItems.Values.Single();
        return new("BatchGetItem", Several(table.Keys.Select(Shape)), null, table.ConsistentRead is true);
    }

    public static TableAccess Of(QueryRequest request) => new(
        "Query",
        Code(Fill(request.KeyConditionExpression, request.ExpressionAttributeNames, request.ExpressionAttributeValues))
            + (request.ScanIndexForward is false ? ", backward" : ""),
        request.IndexName,
        request.ConsistentRead is true);

    public static TableAccess Of(UpdateItemRequest request) => new(
        "UpdateItem",
        Shape(request.Key)
            + If(Fill(request.ConditionExpression, request.ExpressionAttributeNames, request.ExpressionAttributeValues)),
        null,
        null);

    public static TableAccess Of(PutItemRequest request) => new("PutItem", Shape(request.Item), null, null);

    public static TableAccess Of(DeleteItemRequest request) => new("DeleteItem", Shape(request.Key), null, null);

    public static TableAccess Of(BatchWriteItemRequest request) => new(
        "BatchWriteItem", Several(
            request.RequestItems.Values.Single().Select(write => $"delete {Shape(write.DeleteRequest.Key)}")), null, null);

    public static TableAccess Of(TransactWriteItemsRequest request) =>
        new("TransactWriteItems", Several(request.TransactItems.Select(Of)), null, null);

    private static string Of(TransactWriteItem write) => write switch
    {
        { Put: { } put } => $"put {Shape(put.Item)}"
            + If(Fill(put.ConditionExpression, put.ExpressionAttributeNames, put.ExpressionAttributeValues)),
        { Update: { } update } => $"update {Shape(update.Key)}"
            + If(Fill(update.ConditionExpression, update.ExpressionAttributeNames, update.ExpressionAttributeValues)),
        { Delete: { } delete } => $"delete {Shape(delete.Key)}"
            + If(Fill(delete.ConditionExpression, delete.ExpressionAttributeNames, delete.ExpressionAttributeValues)),
        { ConditionCheck: { } check } => $"check {Shape(check.Key)}"
            + If(Fill(check.ConditionExpression, check.ExpressionAttributeNames, check.ExpressionAttributeValues)),
        _ => throw new NotSupportedException("No such write."),
    };

    private static string Shape(Item key) => Code($"{Vary(key["pk"].S)} / {Vary(key["sk"].S)}");

    private static string If(string condition) => condition is "" ? "" : $" if {Code(condition)}";

    private static string Several(IEnumerable<string> parts) => string.Join(
        "; ", parts.GroupBy(part => part).Select(group => group.Count() is 1 ? group.Key : $"{group.Count()} × {group.Key}"));

    private static string Fill(string? expression, Dictionary<string, string>? names, Item? values)
    {
        var filled = expression ?? "";
        foreach (var (placeholder, name) in (names ?? []).OrderByDescending(pair => pair.Key.Length))
        {
            filled = filled.Replace(placeholder, name, StringComparison.Ordinal);
        }

        foreach (var (placeholder, value) in (values ?? []).OrderByDescending(pair => pair.Key.Length))
        {
            filled = filled.Replace(
                placeholder, value.S is { } text ? Vary(text) : $"<{placeholder.Trim(':').TrimEnd('0')}>", StringComparison.Ordinal);
        }

        return filled;
    }

    /// <summary>What varies in a value, by what stands before it.</summary>
    private static string Vary(string value)
    {
        value = Once().Replace(value, "IDEMPOTENCY#<operation>#<key>");
        value = Tag().Replace(value, match => $"TAG#<tag>␟{(match.Groups[1].Length > 0 ? "<name>␟<termId>" : "")}");
        value = Reader().Replace(value, "<reader>");
        value = OfGlossary().Replace(value, "${1}<glossaryId>");
        value = Time().Replace(value, "<time>");
        value = OfReport().Replace(value, "REPORT#<reportId>");
        return Id().Replace(value, "<termId>");
    }

    private static string Code(string text) => $"`{text}`";

    [GeneratedRegex("IDEMPOTENCY#.*")]
    private static partial Regex Once();

    [GeneratedRegex("TAG#[^\u001F]*\u001F(.*)")]
    private static partial Regex Tag();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Reader();

    [GeneratedRegex("^(GLOSSARY#|REVIEW#)[0-9A-HJKMNP-TV-Z]{26}|^()[0-9A-HJKMNP-TV-Z]{26}(?=#)")]
    private static partial Regex OfGlossary();

    [GeneratedRegex("REPORT#[0-9A-HJKMNP-TV-Z]{26}")]
    private static partial Regex OfReport();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT[\d:.]+Z")]
    private static partial Regex Time();

    [GeneratedRegex("[0-9A-HJKMNP-TV-Z]{26}")]
    private static partial Regex Id();
}
