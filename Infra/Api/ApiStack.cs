using Constructs;
using Lexicon.Infra.Cdk;
using Lexicon.Infra.Data;
using Lexicon.Infra.Events;
using Lexicon.Infra.Firewall;

namespace Lexicon.Infra.Api;

/// <summary>The HTTP API: every row of the route table, most of them with a function.</summary>
internal sealed class ApiStack : ExportingStack
{
    public ApiStack(Construct scope, StageSettings settings, DataStack data, EventsStack events, string package)
        : base(scope, "Api", settings, "Lexicon: HTTP API and its functions")
    {
        AddStackDependency(data);
        AddStackDependency(events);

        var api = new GlossaryApi(this, "Glossary", settings, data.UserPoolId);
        foreach (var route in settings.Routes.Where(route => !route.HasFunction))
        {
            api.Serve(route, new ReportIntegration(
                this, route.Operation, settings, events.ReportsTopicArn, events.ReportsKeyArn, api.CrossOrigin));
        }

        var functions = new StackFunctions(this, settings, data, package, [.. settings.Handled.Select(route => route.Operation)]);
        foreach (var route in settings.Handled)
        {
            var operation = functions.Add(functions.Describe(route.Operation, $"{route.Method} {route.Path}") with
            {
                Permissions = Permissions.For(route.Operation),
                Images = Permissions.OfImages(route.Operation),
                Variables = api.CrossOrigin.Variables,
            });
            api.Serve(route, operation.Live);
        }

        foreach (var (number, arn) in new OriginKeys(this, "Edge", settings, api.Api).Secrets)
        {
            // Each by a name of its own: the value of an export that another stack imports cannot change.
            OriginKeyArn = Export($"OriginKeyArn{number}", arn, "The secret that the distribution proves itself with");
        }

        if (settings.Options.HasFirewall)
        {
            new WebAcl(this, "Firewall", FirewallScope.ApiStage).Protect(api.Api.DeploymentStage.StageArn);
        }

        if (settings.Options.HasProgramKey)
        {
            Output(
                "ApiKeyId",
                new ApiKeys(this, "Keys", settings, api.Api).KeyId,
                "The API key; its value: aws apigateway get-api-key --include-value");
        }

        ApiId = Export("ApiId", api.Api.RestApiId, "The REST API, the origin of /api/*");
        Output("ApiUrl", api.Api.Url, "The API without the site in front: it lets in whoever has an API key");
    }

    /// <summary>The secret that the distribution proves itself with, as another stack imports it.</summary>
    public string OriginKeyArn { get; } = "";

    public string ApiId { get; }
}
