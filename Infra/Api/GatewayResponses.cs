using System.Globalization;
using Amazon.CDK.AWS.APIGateway;

namespace Lexicon.Infra.Api;

/// <summary>
/// Gives every answer that comes from API Gateway itself the form of the handlers' problems, with AWS's own words as its detail:
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html.
/// </summary>
internal static class GatewayResponses
{
    private static readonly Dictionary<string, string> Always = new()
    {
        ["Content-Type"] = "'application/problem+json'",
        ["Cache-Control"] = "'no-store'",
    };

    public static void AddTo(RestApi api, CrossOrigin crossOrigin)
    {
        foreach (var problem in GatewayProblems.All)
        {
            _ = api.AddGatewayResponse($"Refusal-{problem.Type}", new GatewayResponseOptions
            {
                Type = ResponseType_.Of(problem.Type),
                StatusCode = problem.Status?.ToString(CultureInfo.InvariantCulture),
                ResponseHeaders = new Dictionary<string, string>([.. Always, .. problem.Headers, .. crossOrigin.HeadersOfRefusals]),

                // The template stands under application/json, API Gateway's default, so that it is found whatever the client
                // accepts; the header says what it is.
                Templates = new Dictionary<string, string> { ["application/json"] = Problem(problem) },
            });
        }
    }

    /// <summary>The template of a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="detail">
    /// Its detail with its quotes: messageString brings them and the escapes, validationErrorString the escapes alone.
    /// </param>
    public static string Problem(GatewayProblem problem, string detail = "$context.error.messageString")
    {
        string[] members =
        [
            $"\"type\":\"{problem.Uri}\"",
            $"\"title\":\"{problem.Title}\"",
            .. problem.Status is { } status ? [$"\"status\":{status}"] : (string[])[],
            $"\"detail\":{detail}",
            "\"instance\":\"urn:uuid:$context.requestId\"",
            .. problem.TellsWhatTheModelFound
                ? ["\"errors\":[{\"pointer\":\"\",\"detail\":\"$context.error.validationErrorString\"}]"]
                : (string[])[],
        ];
        return $"{{{string.Join(',', members)}}}";
    }
}
