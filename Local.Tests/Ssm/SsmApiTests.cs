using Lexicon.Local.Iam;
using Lexicon.Local.Ssm;
using Lexicon.Local.Ssm.Api;
using Lexicon.Local.Tests.Iam;

namespace Lexicon.Local.Tests.Ssm;

/// <summary>
/// The protocol of Parameter Store, and who may read
/// (https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html).
/// </summary>
public sealed class SsmApiTests
{
    private const string Arns = "arn:aws:ssm:us-east-1:123456789012:parameter";

    private readonly Identities _identities;
    private readonly SsmApi _api;

    public SsmApiTests()
    {
        var clock = new TestClock(new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero));
        _identities = new Identities(clock);
        var store = new ParameterStore(clock);
        store.Add("/app/mode", "String", "on");
        store.Add("words", "StringList", "a,b");
        _api = new SsmApi(store, _identities);
    }

    [Theory]
    [InlineData("/app/mode", "}}")]
    [InlineData("/app/mode:1", ",\"Selector\":\":1\"}}")]
    [InlineData(Arns + "/app/mode", "}}")]
    [InlineData(Arns + "/app/mode:1", ",\"Selector\":\":1\"}}")]
    public async Task GetParameter_ReturnsTheOneVersion(string name, string end)
    {
        var response = await SendAsync("GetParameter", $$"""{"Name":"{{name}}","WithDecryption":true}""", Caller.Root);

        Assert.Equal(200, response.Status);
        Assert.Equal(
            $$"""{"Parameter":{"ARN":"{{Arns}}/app/mode","DataType":"text","LastModifiedDate":1795953600,"Name":"/app/mode","""
                + $"\"Type\":\"String\",\"Value\":\"on\",\"Version\":1{end}",
            response.Text);
    }

    [Fact]
    public async Task GetParameters_ReturnsThoseThatThereAre_AndNamesTheOthers()
    {
        var response = await SendAsync(
            "GetParameters", """{"Names":["words","none","/app/mode:1","words:2","words:label"]}""", Caller.Root);

        Assert.Equal(200, response.Status);
        Assert.Equal("""["none","words:2","words:label"]""", response.Body["InvalidParameters"]!.ToJsonString());
        Assert.Equal(
            [("words", "StringList", "a,b", null), ("/app/mode", "String", "on", ":1")],
            response.Body["Parameters"]!.AsArray().Select(one =>
                ((string?)one!["Name"], (string?)one["Type"], (string?)one["Value"], (string?)one["Selector"])));
    }

    [Theory]
    [InlineData(
        "GetParameter", """{"Name":"none"}""", "ParameterNotFound", "The parameter couldn't be found. Verify the name and try again.")]
    [InlineData(
        "GetParameter", """{"Name":"words:2"}""", "ParameterVersionNotFound",
        "Systems Manager could not find version 2 of words. Verify the version and try again.")]
    [InlineData(
        "GetParameter", "{}", "ValidationException",
        "1 validation error detected: Value null at 'name' failed to satisfy constraint: Member must not be null")]
    [InlineData("GetParameter", """{"Name":1}""", "SerializationException", "Name is not a string.")]
    [InlineData(
        "GetParameters", "{}", "ValidationException",
        "1 validation error detected: Value null at 'names' failed to satisfy constraint: Member must not be null")]
    [InlineData(
        "GetParameters", """{"Names":[]}""", "ValidationException",
        "1 validation error detected: Value '[]' at 'names' failed to satisfy constraint: "
            + "Member must have length greater than or equal to 1")]
    [InlineData(
        "GetParameters", """{"Names":["1","2","3","4","5","6","7","8","9","10","11"]}""", "ValidationException",
        "1 validation error detected: Value '[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]' at 'names' failed to satisfy constraint: "
            + "Member must have length less than or equal to 10")]
    [InlineData("GetParameters", """{"Names":"words"}""", "SerializationException", "Names is not a list.")]
    [InlineData("PutParameter", "{}", "UnknownOperationException", "The operation 'PutParameter' is not supported.")]
    public async Task WhatCannotBe_IsRefusedByItsType(string operation, string request, string type, string message)
    {
        var response = await SendAsync(operation, request, Caller.Root);

        Assert.Equal((400, type, message), (response.Status, response.ErrorType, response.ErrorMessage));
    }

    [Theory]
    [InlineData("GetParameter", """{"Name":"/app/mode:1"}""", "/app/mode")]
    [InlineData("GetParameter", """{"Name":"none"}""", "/none")]
    [InlineData("GetParameters", """{"Names":["words","/app/mode","none"]}""", "/app/mode")]
    public async Task Caller_WithoutPermissionForEachParameter_IsDenied(string operation, string request, string denied)
    {
        ReaderRole.Provision(_identities, $"ssm:{operation}", Arns + "/words");

        var response = await SendAsync(operation, request, ReaderRole.Session);

        Assert.Equal((400, "AccessDeniedException"), (response.Status, response.ErrorType));
        Assert.StartsWith(
            $"User: {ReaderRole.Session.Arn} is not authorized to perform: ssm:{operation} on resource: {Arns}{denied}",
            response.ErrorMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GetParameter", """{"Name":"/app/mode:1"}""")]
    [InlineData("GetParameters", """{"Names":["/app/mode","/app/none"]}""")]
    public async Task Caller_WithPermissionForTheHierarchy_IsAnswered(string operation, string request)
    {
        ReaderRole.Provision(_identities, $"ssm:{operation}", Arns + "/app/*");

        Assert.Equal(200, (await SendAsync(operation, request, ReaderRole.Session)).Status);
    }

    private Task<AwsJsonResponse> SendAsync(string operation, string request, Caller caller) =>
        AwsJsonCall.SendAsync(_api.HandleAsync, $"AmazonSSM.{operation}", request, caller);
}
