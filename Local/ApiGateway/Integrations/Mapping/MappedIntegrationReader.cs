using System.Globalization;
using System.Text.RegularExpressions;
using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.ApiGateway.Resources;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.ApiGateway.Integrations.Mapping;

/// <summary>
/// Reads the mappings of an integration, and refuses with AWS's message what AWS refuses when the method is made
/// (https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html and
/// https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegrationResponse.html).
/// </summary>
internal static class MappedIntegrationReader
{
    private const string RequestPrefix = "integration.request.";
    private const string ResponsePrefix = "method.response.header.";
    private const string ParametersPlace = "Integration.RequestParameters";
    private const string ResponsesPlace = "Integration.IntegrationResponses";

    private static readonly string[] Behaviors = ["WHEN_NO_MATCH", "WHEN_NO_TEMPLATES", "NEVER"];

    /// <summary>The integration with a backend.</summary>
    /// <exception cref="StartupException">A mapping is not valid.</exception>
    public static MappedIntegration Read(TemplateResource resource, MethodProperties method, IBackend backend) =>
        new(Requests(resource, method), backend, Responses(resource, method));

    /// <summary>What the integration makes of a request.</summary>
    /// <exception cref="StartupException">A mapping is not valid.</exception>
    public static RequestMapping Requests(TemplateResource resource, MethodProperties method)
    {
        var integration = method.Integration!;
        foreach (var (target, source) in integration.RequestParameters)
        {
            CheckParameter(resource, method, target, source);
        }

        var behavior = integration.PassthroughBehavior ?? "WHEN_NO_MATCH";
        return new()
        {
            Parameters = integration.RequestParameters,
            Templates = Templates(resource, "Integration.RequestTemplates", integration.RequestTemplates),
            PassthroughBehavior = Behaviors.Contains(behavior)
                ? behavior
                : throw resource.Invalid("Integration.PassthroughBehavior", $"'{behavior}' is none of {string.Join(", ", Behaviors)}"),
            ContentHandling = ContentHandling(resource, "Integration.ContentHandling", integration.ContentHandling),
        };
    }

    private static ResponseMapping Responses(TemplateResource resource, MethodProperties method) =>
        new([.. method.Integration!.IntegrationResponses.Select(response => Response(resource, method, response))]);

    private static ResponseRule Response(
        TemplateResource resource, MethodProperties method, MethodProperties.IntegrationResponse response)
    {
        if (method.MethodResponses.FirstOrDefault(one => one.StatusCode == response.StatusCode) is not { } declared)
        {
            throw resource.Invalid(
                ResponsesPlace, $"Invalid Response status code specified: the method has no response {response.StatusCode}");
        }

        var headers = new Dictionary<string, string>();
        foreach (var (parameter, expression) in response.ResponseParameters)
        {
            if (!parameter.StartsWith(ResponsePrefix, StringComparison.Ordinal) || !declared.ResponseParameters.ContainsKey(parameter))
            {
                throw resource.Invalid(ResponsesPlace, Mistake($"Invalid mapping expression parameter specified: {parameter}"));
            }

            if (!ResponseExpression.IsKnown(expression))
            {
                throw resource.Invalid(ResponsesPlace, Mistake($"Invalid mapping expression specified: {expression}"));
            }

            headers.Add(parameter[ResponsePrefix.Length..], expression);
        }

        return new()
        {
            Status = int.TryParse(response.StatusCode, CultureInfo.InvariantCulture, out var status) && status is >= 200 and <= 599
                ? status
                : throw resource.Invalid($"{ResponsesPlace}.StatusCode", $"'{response.StatusCode}'; it must be a status from 200 to 599"),
            SelectionPattern = Pattern(resource, response.SelectionPattern),
            Headers = headers,
            Templates = Templates(resource, $"{ResponsesPlace}.ResponseTemplates", response.ResponseTemplates),
            ContentHandling = ContentHandling(resource, $"{ResponsesPlace}.ContentHandling", response.ContentHandling),
        };
    }

    private static void CheckParameter(TemplateResource resource, MethodProperties method, string target, string source)
    {
        var isTarget = target.StartsWith(RequestPrefix, StringComparison.Ordinal)
            && target[RequestPrefix.Length..].Split('.', 2) is ["header" or "querystring" or "path", { Length: > 0 }];
        if (!isTarget)
        {
            throw resource.Invalid(ParametersPlace, Mistake($"Invalid mapping expression parameter specified: {target}"));
        }

        if (!MappingExpression.IsKnown(source))
        {
            throw resource.Invalid(ParametersPlace, Mistake($"Invalid mapping expression specified: {source}"));
        }

        if (MappingExpression.ParameterOf(source) is { } parameter && !method.RequestParameters.ContainsKey(parameter)
            && !method.RequestParameters.ContainsKey(source))
        {
            throw resource.Invalid(ParametersPlace, Mistake($"Invalid mapping expression parameter specified: {source}"));
        }
    }

    // A template that is not valid fails the requests that need it, as on AWS; whoever wrote it should know before.
    private static Dictionary<string, MappingTemplate> Templates(
        TemplateResource resource, string place, IReadOnlyDictionary<string, string> texts)
    {
        var templates = new Dictionary<string, MappingTemplate>(StringComparer.OrdinalIgnoreCase);
        foreach (var (mediaType, text) in texts)
        {
            var template = templates[mediaType] = new MappingTemplate(text);
            if (template.Mistake is { } mistake)
            {
                Progress.Warn($"{resource.Place}: {place}, {mediaType}: {mistake}. Requests that need it will fail.");
            }
        }

        return templates;
    }

    private static string? ContentHandling(TemplateResource resource, string place, string? handling) =>
        handling is null or RequestMapping.ToText or RequestMapping.ToBinary ? handling : throw resource.Refuse(place, $"'{handling}'");

    private static string? Pattern(TemplateResource resource, string? pattern)
    {
        try
        {
            _ = new Regex(pattern ?? "");
            return pattern;
        }
        catch (RegexParseException mistake)
        {
            throw resource.Invalid($"{ResponsesPlace}.SelectionPattern", $"'{pattern}': {mistake.Message}");
        }
    }

    private static string Mistake(string error) =>
        $"Invalid mapping expression specified: Validation Result: warnings : [], errors : [{error}]";
}
