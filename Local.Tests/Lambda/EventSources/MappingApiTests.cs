using System.Text;
using System.Text.Json.Nodes;
using Lexicon.Local.Iam;
using Lexicon.Local.Lambda;
using Lexicon.Local.Lambda.EventSources;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Tests.Lambda.EventSources;

/// <summary>https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html and the pages beside it.</summary>
public sealed class MappingApiTests : IAsyncDisposable
{
    private const string Root = "/2015-03-31/event-source-mappings";
    private readonly MappingHouse _house = new();

    [Fact]
    public async Task MappingOfAStream_HasEveryMember()
    {
        var id = _house.Map(new { BisectBatchOnFunctionError = true, MaximumRetryAttempts = 5 }).Ref;

        var (status, document) = await SendAsync("GET", $"{Root}/{id}");

        Assert.Equal(200, status);
        Assert.Equal(
            """
            {"UUID":"THE-ID","StartingPosition":"TRIM_HORIZON","BatchSize":100,"MaximumBatchingWindowInSeconds":0,"ParallelizationFactor":1,
            "EventSourceArn":"STREAM","FunctionArn":"FUNCTION","LastModified":1795342530.123,
            "LastProcessingResult":"No records processed","State":"Enabled","StateTransitionReason":"User action",
            "DestinationConfig":{"OnFailure":{}},"MaximumRecordAgeInSeconds":-1,"BisectBatchOnFunctionError":true,
            "MaximumRetryAttempts":5,"TumblingWindowInSeconds":0,"FunctionResponseTypes":[],
            "EventSourceMappingArn":"arn:aws:lambda:us-east-1:123456789012:event-source-mapping:THE-ID"}
            """.ReplaceLineEndings("")
                .Replace("THE-ID", id, StringComparison.Ordinal)
                .Replace("STREAM", FakeStreams.Arn, StringComparison.Ordinal)
                .Replace("FUNCTION", MappingHouse.FunctionArn, StringComparison.Ordinal),
            document.ToJsonString());
    }

    [Fact]
    public async Task MappingOfAQueue_HasThoseOfQueues()
    {
        var id = _house.MapQueue(new { Enabled = false, ScalingConfig = new { MaximumConcurrency = 5 } }).Ref;

        var (_, document) = await SendAsync("GET", $"{Root}/{id}");

        Assert.Equal(
            $$"""
            {"UUID":"{{id}}","BatchSize":10,"MaximumBatchingWindowInSeconds":0,"EventSourceArn":"{{MappingHouse.Queue}}",
            "FunctionArn":"{{MappingHouse.FunctionArn}}","LastModified":1795342530.123,"State":"Disabled",
            "StateTransitionReason":"USER_INITIATED","ScalingConfig":{"MaximumConcurrency":5},"FunctionResponseTypes":[],
            "EventSourceMappingArn":"arn:aws:lambda:us-east-1:123456789012:event-source-mapping:{{id}}"}
            """.ReplaceLineEndings(""),
            document.ToJsonString());
    }

    [Fact]
    public async Task CreatedMapping_PollsAndOutlivesTheRunner()
    {
        var (status, created) = await SendAsync(
            "POST", $"{Root}/", $$"""{"EventSourceArn":"{{MappingHouse.Queue}}","FunctionName":"reader","BatchSize":5}""");

        Assert.Equal((202, "Creating"), (status, (string?)created["State"]));
        _house.Send("a");
        await _house.BatchesAsync(1);
        await _house.RestartAsync();
        await _house.StartAsync();
        _house.Send("b");
        Assert.Equal("b", (await _house.BatchesAsync(2))[^1]);
        var (_, read) = await SendAsync("GET", $"{Root}/{created["UUID"]}");
        Assert.Equal(("Enabled", 5), ((string?)read["State"], (int?)read["BatchSize"]));
    }

    [Fact]
    public async Task DeletedMapping_PollsNoMore()
    {
        var id = _house.MapQueue().Ref;
        await _house.StartAsync();

        var (status, deleted) = await SendAsync("DELETE", $"{Root}/{id}");

        Assert.Equal((202, "Deleting"), (status, (string?)deleted["State"]));
        await RefusedAsync("GET", $"{Root}/{id}", "ResourceNotFoundException", "The resource you requested does not exist.");
    }

    [Fact]
    public async Task Update_ChangesWhatItNames()
    {
        var id = _house.Map(new { BatchSize = 7 }).Ref;

        var (status, updated) = await SendAsync("PUT", $"{Root}/{id}", """{"Enabled":false,"MaximumRetryAttempts":3}""");

        Assert.Equal(202, status);
        Assert.Equal(
            ("Disabling", 7, 3), ((string?)updated["State"], (int?)updated["BatchSize"], (int?)updated["MaximumRetryAttempts"]));
        await RefusedAsync(
            "PUT",
            $"{Root}/{id}",
            "ValidationException",
            "1 validation error detected: Value '0' at 'batchSize' failed to satisfy constraint: "
                + "Member must have value greater than or equal to 1",
            """{"BatchSize":0}""");
    }

    [Fact]
    public async Task Update_WithWhatTheOtherKindOfSourceHas_IsRefused()
    {
        var queue = _house.MapQueue().Ref;
        var stream = _house.Map(new { BatchSize = 7 }).Ref;

        await RefusedAsync(
            "PUT",
            $"{Root}/{queue}",
            "InvalidParameterValueException",
            "Unsupported MaximumRetryAttempts parameter for given event source mapping type.",
            """{"MaximumRetryAttempts":3}""");
        await RefusedAsync(
            "PUT",
            $"{Root}/{stream}",
            "InvalidParameterValueException",
            "ScalingConfig is only supported for SQS event sources.",
            """{"ScalingConfig":{"MaximumConcurrency":5}}""");
    }

    [Fact]
    public async Task Destination_OfSuccess_IsRefusedWhereAMappingIsMadeAndWhereItIsChanged()
    {
        const string Destination = "{\"OnSuccess\":{\"Destination\":\"" + MappingHouse.Letters + "\"}}";
        var id = _house.MapQueue().Ref;

        await RefusedAsync(
            "POST",
            $"{Root}/",
            "InvalidParameterValueException",
            "Unsupported DestinationConfig parameter for given event source mapping type.",
            $$$"""
            {"EventSourceArn":"{{{FakeStreams.Arn}}}","FunctionName":"reader","StartingPosition":"LATEST","DestinationConfig":{{{Destination}}}}
            """);
        await RefusedAsync(
            "PUT",
            $"{Root}/{id}",
            "InvalidParameterValueException",
            "Unsupported DestinationConfig parameter for given event source mapping type.",
            $$$"""{"DestinationConfig":{{{Destination}}}}""");
    }

    [Fact]
    public async Task Destination_OfFailure_IsTakenAwayByAnEmptyText_AndKeptOtherwise()
    {
        var id = _house.Map(new { DestinationConfig = new { OnFailure = new { Destination = MappingHouse.Letters } } }).Ref;

        var (_, kept) = await SendAsync("PUT", $"{Root}/{id}", """{"BatchSize":9}""");
        var (_, taken) = await SendAsync("PUT", $"{Root}/{id}", """{"DestinationConfig":{"OnFailure":{"Destination":""}}}""");

        Assert.Equal(MappingHouse.Letters, (string?)kept["DestinationConfig"]!["OnFailure"]!["Destination"]);
        Assert.Equal("{}", taken["DestinationConfig"]!["OnFailure"]!.ToJsonString());
    }

    [Fact]
    public async Task List_FindsBySourceAndFunction_PageByPage()
    {
        var ids = new List<string> { _house.Map().Ref, _house.MapQueue().Ref };

        Assert.Equal([ids[1]], await ListAsync($"?EventSourceArn={MappingHouse.Queue}"));
        Assert.Equal(ids.Order(), await ListAsync("?FunctionName=reader"));
        Assert.Empty(await ListAsync("?FunctionName=other"));
        var (_, first) = await SendAsync("GET", $"{Root}/", query: "?MaxItems=1");
        var second = await ListAsync($"?MaxItems=1&Marker={Uri.EscapeDataString((string)first["NextMarker"]!)}");
        Assert.Equal(ids.Order().Last(), Assert.Single(second));
    }

    [Fact]
    public async Task Create_OfWhatIsThere_IsAConflict()
    {
        var id = _house.Map().Ref;

        await RefusedAsync(
            "POST",
            Root,
            "ResourceConflictException",
            $"The event source arn (\" {FakeStreams.Arn} \") and function (\" reader \") provided mapping already exists. "
                + $"Please update or delete the existing mapping with UUID {id}",
            $$"""{"EventSourceArn":"{{FakeStreams.Arn}}","FunctionName":"reader","StartingPosition":"LATEST"}""");
    }

    [Fact]
    public async Task Caller_WhoMayNot_IsRefused()
    {
        _house.Identities.Denied.Add("lambda:ListEventSourceMappings");

        await RefusedAsync(
            "GET",
            Root,
            "AccessDeniedException",
            "User: arn:aws:iam::123456789012:root is not authorized to perform: lambda:ListEventSourceMappings on resource: *");
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private async Task<IReadOnlyList<string>> ListAsync(string query) =>
    [
        .. (await SendAsync("GET", $"{Root}/", query: query)).Document["EventSourceMappings"]!.AsArray()
            .Select(mapping => (string)mapping!["UUID"]!),
    ];

    private async Task RefusedAsync(string method, string path, string error, string message, string body = "{}")
    {
        var refusal = await Assert.ThrowsAsync<LambdaServiceException>(() => SendAsync(method, path, body));
        Assert.Equal((error, message), (refusal.ErrorType, refusal.Message));
    }

    private async Task<(int Status, JsonNode Document)> SendAsync(string method, string path, string body = "{}", string query = "")
    {
        var context = new DefaultHttpContext();
        context.Request.Method = method;
        context.Request.Path = path;
        context.Request.QueryString = new QueryString(query);
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        context.Response.Body = new MemoryStream();
        await new MappingApi(_house.Mappings, _house.Identities).HandleAsync(context, Caller.Root);
        context.Response.Body.Position = 0;
        return (context.Response.StatusCode, JsonNode.Parse(context.Response.Body)!);
    }
}
