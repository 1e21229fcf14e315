using System.Globalization;
using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.ApiGateway.Resources;
using Lexicon.Local.ApiGateway.Templates.Values;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.Integrations.Mapping;

/// <summary>
/// Reads the mappings of an integration, and refuses with AWS's message what AWS refuses when the method is made
/// (https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html and
/// https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegrationResponse.html).
/// </summary>
internal static class MappedIntegrationReader
{
    private const string ResponsePrefix = "method.response.header.";
    private const string ParametersPlace = "Integration.RequestParameters";
    private const string ResponsesPlace = "Integration.IntegrationResponses";

    /// <summary>The integration with a backend.</summary>
    /// <exception cref="StartupException">A mapping is not valid.</exception>
    public static MappedIntegration Read(TemplateResource resource, MethodProperties method, IBackend backend) =>
        new(Requests(resource, method), backend, Responses(resource, method));

    /// <summary>What the integration makes of a request.</summary>
    /// <exception cref="StartupException">A mapping is not valid.</exception>
    public static RequestMapping Requests(TemplateResource resource, MethodProperties method)
    {
        CheckParameters(resource, method);
        var integration = method.Integration!;
        return new()
        {
            Parameters = integration.RequestParameters,
            Templates = MappingReader.Templates(resource, "Integration.RequestTemplates", integration.RequestTemplates),
            PassthroughBehavior = MappingReader.PassthroughBehavior(
                resource, "Integration.PassthroughBehavior", integration.PassthroughBehavior),
            ContentHandling = MappingReader.ContentHandling(resource, "Integration.ContentHandling", integration.ContentHandling),
        };
    }

    /// <summary>Checks what maps the parameters.</summary>
    /// <exception cref="StartupException">A mapping is not valid.</exception>
    public static void CheckParameters(TemplateResource resource, MethodProperties method)
    {
        foreach (var (target, source) in method.Integration!.RequestParameters)
        {
            CheckParameter(resource, method, target, source);
        }
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
            Templates = MappingReader.Templates(resource, $"{ResponsesPlace}.ResponseTemplates", response.ResponseTemplates),
            ContentHandling = MappingReader.ContentHandling(resource, $"{ResponsesPlace}.ContentHandling", response.ContentHandling),
        };
    }

    private static void CheckParameter(TemplateResource resource, MethodProperties method, string target, string source)
    {
        if (!IntegrationRequest.IsTarget(target))
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

    private static string? Pattern(TemplateResource resource, string? pattern) => JavaRegex.Flaw(pattern ?? "") is { } flaw
        ? throw resource.Invalid($"{ResponsesPlace}.SelectionPattern", flaw)
        : pattern;

    /// <summary>What AWS says of an expression.</summary>
    public static string Mistake(string error) =>
        $"Invalid mapping expression specified: Validation Result: warnings : [], errors : [{error}]";
}
