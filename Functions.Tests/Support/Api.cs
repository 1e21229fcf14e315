using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Events;
using Lexicon.Functions.Http;
using Lexicon.Functions.Json;

namespace Lexicon.Functions.Tests.Support;

/// <summary>The operations on a table, called as API Gateway calls them, on behalf of one reader.</summary>
internal sealed class Api(TestTable table, IAmazonDynamoDB client, TimeProvider time)
{
    public string Reader { get; init; } = Guid.NewGuid().ToString();

    /// <summary>The bucket with the images.</summary>
    public FakeImageFiles Images { get; init; } = new();

    /// <summary>The same API for another reader.</summary>
    public Api AsAnother() => new(table, client, time) { Images = Images };

    /// <summary>The same API and reader, so much later.</summary>
    public Api Later(TimeSpan shift) =>
        At(new TestClock(TimeProvider.System.GetUtcNow() + shift) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(1) });

    /// <summary>The same API and reader by another clock.</summary>
    public Api At(TimeProvider other) => new(table, client, other) { Reader = Reader, Images = Images };

    /// <summary>The same API and reader through another client.</summary>
    public Api Through(IAmazonDynamoDB other) => new(table, other, time) { Reader = Reader, Images = Images };

    public Endpoint Endpoint(string operation, LogLines? log = null) =>
        Function.Named(operation, () => client, TestTable.Name, time, (log ?? new()).Log, () => Images);

    public async Task<Reply> CallAsync(string operation, Call call)
    {
        var context = new TestContext(call.Time);
        var log = new LogLines();
        var reply = new Reply(await Endpoint(operation, log).HandleAsync(call.ToEvent(), context));

        // Whatever a test expects, it never expects a fault of ours.
        Assert.True(reply.Status != 500, log.Text);
        return reply;
    }

    public Task<Reply> CreateGlossaryAsync(string title = "AWS", string visibility = "private", string? key = null) =>
        PostAsync("CreateGlossary", [], GlossaryBody(title, visibility), key);

    public Task<Reply> CreateTermAsync(string glossaryId, string term, string[]? tags = null, string? key = null) =>
        PostAsync("CreateTerm", Glossary(glossaryId), TermBody(term, tags), key);

    /// <summary>A term of a glossary that anyone may read.</summary>
    public async Task<(string GlossaryId, string TermId)> CreatePublicTermAsync()
    {
        var glossary = await CreateGlossaryAsync(visibility: "public");
        return (glossary.Id, (await CreateTermAsync(glossary.Id, "Lambda")).Id);
    }

    public Task<Reply> GetMineAsync(string glossaryId) =>
        CallAsync("GetMyGlossary", new() { Reader = Reader, Path = Glossary(glossaryId) });

    public Task<Reply> ListMyTermsAsync(string glossaryId, Dictionary<string, string>? query = null) =>
        CallAsync("ListMyTerms", new() { Reader = Reader, Path = Glossary(glossaryId), Query = query ?? [] });

    public Task<Reply> GetMyTermAsync(string glossaryId, string termId, string? ifNoneMatch = null) => CallAsync(
        "GetMyTerm", new() { Reader = Reader, Path = Paths(glossaryId, termId), Headers = Headers("If-None-Match", ifNoneMatch) });

    public Task<Reply> PublicAsync(
        string operation, string glossaryId, string? termId = null, Dictionary<string, string>? query = null) =>
        CallAsync(operation, new() { Path = Paths(glossaryId, termId), Query = query ?? [] });

    public Task<Reply> UpdateGlossaryAsync(
        string glossaryId, string? ifMatch, string title = "AWS", string visibility = "private", string description = "") =>
        CallAsync("UpdateGlossary", new()
        {
            Reader = Reader,
            Path = Glossary(glossaryId),
            Headers = Headers("If-Match", ifMatch),
            Body = GlossaryBody(title, visibility, description),
        });

    public Task<Reply> DeleteGlossaryAsync(string glossaryId, string? ifMatch) => CallAsync(
        "DeleteGlossary", new() { Reader = Reader, Path = Glossary(glossaryId), Headers = Headers("If-Match", ifMatch) });

    public Task<Reply> UpdateTermAsync(string glossaryId, string termId, string? ifMatch, string term, string[]? tags = null) =>
        CallAsync("UpdateTerm", new()
        {
            Reader = Reader,
            Path = Paths(glossaryId, termId),
            Headers = Headers("If-Match", ifMatch),
            Body = TermBody(term, tags),
        });

    public Task<Reply> DeleteTermAsync(string glossaryId, string termId, string? ifMatch) => CallAsync(
        "DeleteTerm", new() { Reader = Reader, Path = Paths(glossaryId, termId), Headers = Headers("If-Match", ifMatch) });

    public Task<Reply> RequestImageUploadAsync(string glossaryId, string termId, string contentType = "image/png") =>
        CallAsync("RequestImageUpload", new()
        {
            Reader = Reader,
            Path = Paths(glossaryId, termId),
            Body = $$"""{"contentType":"{{contentType}}"}""",
        });

    public Task<Reply> RemoveImageAsync(string glossaryId, string termId, string? ifMatch) => CallAsync(
        "RemoveImage", new() { Reader = Reader, Path = Paths(glossaryId, termId), Headers = Headers("If-Match", ifMatch) });

    /// <summary>The event that a file was uploaded, dealt with as Lambda has it done.</summary>
    public Task CheckImageAsync(string key) => CheckImage.Create(new(() => client, TestTable.Name, () => Images, time)).RunAsync(
        new() { Detail = new() { Object = new() { Key = key } } }, new Deadline(time, TimeSpan.FromSeconds(30)));

    public Task<Reply> ReviewAsync(string glossaryId, string termId, int quality, string? key = null) =>
        PostAsync("RecordReview", [], ReviewBody(glossaryId, termId, quality), key);

    public Task<Reply> DueAsync(string? glossaryId = null, int limit = 20)
    {
        Dictionary<string, string> query = new() { ["limit"] = $"{limit}" };
        if (glossaryId is not null)
        {
            query["glossaryId"] = glossaryId;
        }

        return CallAsync("ListDueTerms", new() { Reader = Reader, Query = query });
    }

    /// <summary>A report that was delivered, dealt with as Lambda has it done; its id.</summary>
    public async Task<string> FileReportAsync(string glossaryId, string termId, string? requestId = null, string? remark = null)
    {
        var message = new ReportMessage(
            requestId ?? Guid.NewGuid().ToString(), time.GetUtcNow().ToUnixTimeMilliseconds(), glossaryId, termId, "wrong", remark);
        await FileAsync(JsonSerializer.Serialize(message, MessageJson.Default.ReportMessage));
        return message.ToReport()!.Id.ToString();
    }

    /// <summary>A message of the queue of reports, dealt with as Lambda has it done.</summary>
    public Task FileAsync(string body) => FileReport.Create(new(() => client, TestTable.Name, () => Images, time)).RunAsync(
        new() { Body = body }, new Deadline(time, TimeSpan.FromSeconds(30)));

    public Task<Reply> ListReportsAsync(Dictionary<string, string>? query = null) =>
        CallAsync("ListReports", new() { Moderator = Reader, Query = query ?? [] });

    public Task<Reply> DecideReportAsync(string reportId, string decision, string reason) => CallAsync("DecideReport", new()
    {
        Moderator = Reader,
        Path = Report(reportId),
        Body = new JsonObject { ["decision"] = decision, ["reason"] = reason }.ToJsonString(),
    });

    /// <summary>Follows a list to its end: the pages, each as the named members of its items.</summary>
    public async Task<List<List<string>>> PagesAsync(
        string operation, string? glossaryId, int limit, string member = "term", Dictionary<string, string>? query = null)
    {
        List<List<string>> pages = [];
        string? cursor = null;
        do
        {
            Dictionary<string, string> all = new(query ?? []) { ["limit"] = $"{limit}" };
            if (cursor is not null)
            {
                all["cursor"] = cursor;
            }

            var reply = await CallAsync(
                operation, new() { Reader = Reader, Path = glossaryId is null ? [] : Glossary(glossaryId), Query = all });
            Assert.Equal(200, reply.Status);
            pages.Add([.. reply.Items.Select(item => item.GetProperty(member).GetString()!)]);
            cursor = reply.NextCursor;
        }
        while (cursor is not null);
        return pages;
    }

    public static string GlossaryBody(string title, string visibility = "private", string description = "") =>
        new JsonObject { ["title"] = title, ["description"] = description, ["visibility"] = visibility }.ToJsonString();

    public static string TermBody(string term, string[]? tags = null) => JsonSerializer.Serialize(new
    {
        term,
        definition = $"What {term} means.",
        references = new[] { new { title = "AWS", url = "https://docs.aws.amazon.com/" } },
        tags = tags ?? [],
    });

    public static string ReviewBody(string glossaryId, string termId, int quality) =>
        new JsonObject { ["glossaryId"] = glossaryId, ["termId"] = termId, ["quality"] = quality }.ToJsonString();

    public static Dictionary<string, string> Report(string reportId) => new() { ["reportId"] = reportId };

    public static Dictionary<string, string> Paths(string glossaryId, string? termId) =>
        termId is null ? Glossary(glossaryId) : new(Glossary(glossaryId)) { ["termId"] = termId };

    public static Dictionary<string, string> Headers(string name, string? value) => value is null ? [] : new() { [name] = value };

    private Task<Reply> PostAsync(string operation, Dictionary<string, string> path, string body, string? key) => CallAsync(
        operation, new() { Reader = Reader, Path = path, Headers = Headers("Idempotency-Key", key), Body = body });

    private static Dictionary<string, string> Glossary(string glossaryId) => new() { ["glossaryId"] = glossaryId };
}
