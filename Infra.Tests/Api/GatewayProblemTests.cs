using System.Net;
using Lexicon.Functions.Contract;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;

namespace Lexicon.Infra.Tests.Api;

/// <summary>
/// What API Gateway answers by itself is a problem like those of the handlers, with AWS's own words in it:
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html.
/// </summary>
public sealed class GatewayProblemTests
{
    private const string Words = "Say \"please\"";
    private const string Found = "[object has missing required properties ([\"title\"])]";
    private const string RequestId = "c6af9ac6-7b61-11e6-9a41-93e8deadbeef";

    [Theory, InEveryVariant]
    public void EveryProblem_IsAProblemOfItsStatus_AsItIsDeclared(string stage) => Assert.Equal(
        Infra.Api.GatewayProblems.All.Select(problem => (problem.Type, problem.Status ?? 0, problem.Uri, problem.Title)).Order(),
        Responses(stage)
            .Select(response => (response, problem: Answered(response)))
            .Select(answer =>
                (answer.response.Text("ResponseType"), StatusOf(answer.response), answer.problem.Type, answer.problem.Title)).Order());

    [Theory, InEveryVariant]
    public void EveryProblem_IsAnError_ThatThereIsForHandlersToo_OrHasTheWordsOfHttp(string stage) => Assert.All(
        Responses(stage).Where(response => response["StatusCode"] is not null),
        response =>
        {
            var (status, problem) = (StatusOf(response), Answered(response));
            Assert.InRange(status, 400, 599);
            Assert.Equal(status, problem.Status);
            Assert.Equal(
                problem.Type == "about:blank"
                    ? ("about:blank", Spaced($"{(HttpStatusCode)status}"))
                    : Enum.GetValues<FailureKind>().Select(ProblemType.Of).Where(kind => kind.Uri == problem.Type)
                        .Select(kind => (kind.Uri, kind.Title)).Single(),
                (problem.Type, problem.Title));
        });

    [Theory, InEveryVariant]
    public void EveryProblem_KeepsTheWordsOfAws_NamesTheRequest_AndTellsWhatTheModelFound(string stage) =>
        Assert.All(Responses(stage), response =>
    {
        Assert.Equal((Words, $"urn:uuid:{RequestId}"), (Answered(response).Detail, Answered(response).Instance));
        Assert.Equal(response.Text("ResponseType") == "BAD_REQUEST_BODY" ? [new MemberError("", Found)] : null, Answered(response).Errors);
    });

    [Theory, InEveryVariant]
    public void EveryProblem_SaysThatItIsAProblemToBeKeptNowhere(string stage) => Assert.All(Responses(stage), response => Assert.Equal(
        [
            "Content-Type: 'application/problem+json'", "Cache-Control: 'no-store'",
            .. response.Text("ResponseType") switch
            {
                "UNAUTHORIZED" => ["WWW-Authenticate: 'Bearer'"],
                "THROTTLED" => ["Retry-After: '1'"],
                _ => (string[])[],
            },

            // Where the context allows another origin, a page of it may read why it was refused.
            .. stage == "full" ? ["Access-Control-Allow-Origin: 'https://example.org'"] : (string[])[],
        ],
        (response["ResponseParameters"] as JsonObject ?? [])
            .Select(header => $"{header.Key["gatewayresponse.header.".Length..]}: {header.Value}")));

    // What a proxy cannot use is 502, of the default for 5XX: https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway-errors.html.
    [Fact]
    public void WhatHasNoTypeOfOurs_IsOnThePageOfProblems_WithItsStatusAndTitle() => Assert.Equal(
        Infra.Api.GatewayProblems.All
            .Where(problem => problem.Uri == "about:blank" && problem.Type != "DEFAULT_4XX")
            .Select(problem => $"{problem.Status ?? 502} {problem.Title}").Distinct().Order(StringComparer.Ordinal),
        File.ReadLines(Repository.File("docs", "problems", "api-gateway.md"))
            .Where(line => line.StartsWith("- **", StringComparison.Ordinal))
            .Select(line => line.Split("**")[1]).Distinct().Order(StringComparer.Ordinal));

    private static IEnumerable<Resource> Responses(string stage) => Stages.Named(stage).Api.OfType("AWS::ApiGateway::GatewayResponse");

    private static int StatusOf(Resource response) => int.TryParse(response.Text("StatusCode"), out var status) ? status : 0;

    private static string Spaced(string name) => string
        .Concat(name.Select((letter, index) => index > 0 && char.IsUpper(letter) ? $" {letter}" : $"{letter}"));

    /// <summary>The problem that a reader gets, once API Gateway has put its words into the template.</summary>
    private static ProblemResponse Answered(Resource response)
    {
        var text = response["ResponseTemplates"]!["application/json"]!.GetValue<string>()
            .Replace("$context.error.messageString", JsonSerializer.Serialize(Words), StringComparison.Ordinal)
            .Replace("$context.error.message", Words, StringComparison.Ordinal)
            .Replace("$context.error.validationErrorString", JsonSerializer.Serialize(Found)[1..^1], StringComparison.Ordinal)
            .Replace("$context.requestId", RequestId, StringComparison.Ordinal);
        Assert.Null(Record.Exception(() => JsonNode.Parse(text)));

        // The record needs a status, which the two defaults leave to the answer's own.
        var problem = JsonNode.Parse(text)!.AsObject();
        problem.TryAdd("status", 0);
        return problem.Deserialize<ProblemResponse>(JsonSerializerOptions.Web)!;
    }
}
