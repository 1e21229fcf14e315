using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Lexicon.Local.ApiGateway.Integrations.Backends;

/// <summary>
/// The status that the body of a mock names
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-mock-integration.html): a member <c>statusCode</c> with an
/// integer. The body need not be JSON, only look like an object: the CDK writes <c>{ statusCode: 204 }</c>. Names may lack quotation
/// marks, but not one of the two; a name cannot begin with a brace or a bracket; commas too many do no harm.
/// </summary>
internal static partial class MockStatus
{
    private const string Name = "statusCode";

    /// <summary>The status, whichever number it is; null: the body names none.</summary>
    public static int? Read(string body) => FromJson(body) ?? FromMembers(body);

    private static int? FromJson(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty(Name, out var status) && status.ValueKind is JsonValueKind.Number
                && status.TryGetInt32(out var number) ? number : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static int? FromMembers(string body)
    {
        if (Braces().Match(body) is not { Success: true } braces)
        {
            return null;
        }

        int? status = null;
        foreach (var member in braces.Groups[1].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = member.Split(':', 2, StringSplitOptions.TrimEntries);
            if (!IsName(parts[0]))
            {
                return null;
            }

            if (parts[0].Trim('\'', '"') is Name)
            {
                status = int.TryParse(parts[^1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : null;
            }
        }

        return status;
    }

    private static bool IsName(string name) => name switch
    {
        ['\'' or '"', .., var last] => last == name[0],
        [var first, ..] => first is not ('{' or '[' or '\'' or '"'),
        [] => false,
    };

    [GeneratedRegex(@"^\s*\{(.*)\}\s*$", RegexOptions.Singleline)]
    private static partial Regex Braces();
}
