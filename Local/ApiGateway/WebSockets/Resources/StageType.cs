using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.ApiGateway.WebSockets.Definitions;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.WebSockets.Resources;

/// <summary><c>AWS::ApiGatewayV2::Stage</c>.</summary>
internal sealed class StageType(WebSocketApis apis)
    : ResourceType<StageProperties>("AWS::ApiGatewayV2::Stage", "the path of the WebSocket API's address")
{
    private const string GroupMark = ":log-group:";
    private const int LongestName = 128;

    protected override ProvisionedResource Provision(TemplateResource resource, StageProperties properties)
    {
        var api = apis.Require(resource, properties.ApiId);
        CheckName(resource, properties.StageName);
        if (properties.RouteSettings.Keys.FirstOrDefault(key => !api.Routes.ContainsKey(key)) is { } unknown)
        {
            throw resource.NotFound(nameof(properties.RouteSettings), $"the route '{unknown}' of the WebSocket API");
        }

        var stage = new WebSocketStage(properties.StageName)
        {
            Variables = properties.StageVariables,
            AccessLog = AccessLog(resource, properties.AccessLogSettings),
            Default = properties.DefaultRouteSettings?.ToSetting(resource) ?? new(),
            Routes = properties.RouteSettings.ToDictionary(route => route.Key, route => route.Value.ToSetting(resource)),
        };
        if (!api.Stages.TryAdd(stage.Name, stage))
        {
            throw resource.Invalid(nameof(properties.StageName), $"the WebSocket API has a stage '{stage.Name}' already");
        }

        return new(properties.StageName);
    }

    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-stage.html.
    private static void CheckName(TemplateResource resource, string name)
    {
        if (name != RouteSelection.Default
            && (name.Length is 0 or > LongestName || !name.All(one => char.IsAsciiLetterOrDigit(one) || one is '-' or '_')))
        {
            throw resource.Invalid(
                nameof(StageProperties.StageName),
                $"it must be up to {LongestName} letters, digits, hyphens and underscores, not '{name}'");
        }
    }

    private static AccessLog? AccessLog(TemplateResource resource, StageProperties.StageAccessLog? setting)
    {
        if (setting?.DestinationArn is not { } destination)
        {
            return null;
        }

        var mark = destination.IndexOf(GroupMark, StringComparison.Ordinal);
        return mark < 0
            ? throw resource.Refuse("AccessLogSettings.DestinationArn", $"'{destination}' is not a log group")
            : new(destination[(mark + GroupMark.Length)..].Split(':')[0], setting.Format ?? "$context.requestId");
    }
}
