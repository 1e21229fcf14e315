using Lexicon.Local.Iam;
using Lexicon.Local.SecretsManager;
using Lexicon.Local.SecretsManager.Api;
using Lexicon.Local.Tests.Iam;

namespace Lexicon.Local.Tests.SecretsManager;

/// <summary>The protocol of Secrets Manager, and who may read.</summary>
public sealed class SecretsApiTests
{
    private const string Arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:app-abcdef";

    private readonly SecretsApi _api;

    public SecretsApiTests()
    {
        var clock = new TestClock(new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero));
        var secrets = new Secrets(Path.Combine(Path.GetTempPath(), "none"), clock);
        secrets.Add(Arn, "app", "value", () => "");
        _api = new SecretsApi(secrets, new Identities(clock));
    }

    [Theory]
    [InlineData("app")]
    [InlineData(Arn)]
    [InlineData("arn:aws:secretsmanager:us-east-1:123456789012:secret:app")]
    public async Task GetSecretValue_ReturnsTheOneVersion(string id)
    {
        var response = await SendAsync("GetSecretValue", $$"""{"SecretId":"{{id}}"}""", Caller.Root);

        Assert.Equal(200, response.Status);
        var version = (string)response.Body["VersionId"]!;
        Assert.True(Guid.TryParse(version, out _));
        Assert.Equal(
            $$"""{"ARN":"{{Arn}}","CreatedDate":1795953600,"Name":"app","SecretString":"value","VersionId":"{{version}}","""
                + "\"VersionStages\":[\"AWSCURRENT\"]}",
            response.Text);
    }

    [Theory]
    [InlineData(
        "GetSecretValue", """{"SecretId":"none"}""", "ResourceNotFoundException",
        "Secrets Manager can't find the specified secret.")]
    [InlineData(
        "GetSecretValue", """{"SecretId":"app","VersionStage":"AWSPREVIOUS"}""", "ResourceNotFoundException",
        "Secrets Manager can't find the specified secret value for staging label: AWSPREVIOUS")]
    [InlineData(
        "GetSecretValue", "{}", "ValidationException",
        "1 validation error detected: Value null at 'secretId' failed to satisfy constraint: Member must not be null")]
    [InlineData("PutSecretValue", "{}", "UnknownOperationException", "The operation 'PutSecretValue' is not supported.")]
    public async Task WhatCannotBe_IsRefusedByItsType(string operation, string request, string type, string message)
    {
        var response = await SendAsync(operation, request, Caller.Root);

        Assert.Equal((400, type, message), (response.Status, response.ErrorType, response.ErrorMessage));
    }

    [Fact]
    public async Task Caller_WithoutPermission_IsDenied()
    {
        var response = await SendAsync("GetSecretValue", """{"SecretId":"app"}""", ReaderRole.Session);

        Assert.Equal((400, "AccessDeniedException"), (response.Status, response.ErrorType));
        Assert.StartsWith(
            $"User: {ReaderRole.Session.Arn} is not authorized to perform: secretsmanager:GetSecretValue on resource: {Arn}",
            response.ErrorMessage, StringComparison.Ordinal);
    }

    private Task<AwsJsonResponse> SendAsync(string operation, string request, Caller caller) =>
        AwsJsonCall.SendAsync(_api.HandleAsync, $"secretsmanager.{operation}", request, caller);
}
