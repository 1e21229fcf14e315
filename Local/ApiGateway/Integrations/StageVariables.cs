using System.Text.RegularExpressions;

namespace Lexicon.Local.ApiGateway.Integrations;

/// <summary>
/// Puts stage variables into an integration's URI
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/aws-api-gateway-stage-variables-reference.html).
/// </summary>
internal static partial class StageVariables
{
    /// <summary>The text with each <c>${stageVariables.name}</c> replaced; an unknown name is replaced with nothing.</summary>
    public static string Substitute(string text, IReadOnlyDictionary<string, string> variables) =>
        Reference().Replace(text, match => variables.GetValueOrDefault(match.Groups[1].Value) ?? "");

    [GeneratedRegex(@"\$\{stageVariables\.([A-Za-z0-9_]+)\}")]
    private static partial Regex Reference();
}
