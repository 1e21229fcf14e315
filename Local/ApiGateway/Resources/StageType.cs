using System.Text.RegularExpressions;
using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.Resources;

/// <summary><c>AWS::ApiGateway::Stage</c>.</summary>
internal sealed partial class StageType(RestApis apis)
    : ResourceType<StageProperties>("AWS::ApiGateway::Stage", "the first segment of the REST API's paths")
{
    private const int LongestName = 128;
    private const string GroupMark = ":log-group:";

    protected override ProvisionedResource Provision(TemplateResource resource, StageProperties properties)
    {
        var api = apis.Require(resource, properties.RestApiId);
        if (properties.CacheClusterEnabled || properties.MethodSettings.Any(setting => setting.CachingEnabled))
        {
            throw resource.Refuse(nameof(properties.CacheClusterEnabled), "the stage has no cache");
        }

        if (properties.StageName.Length > LongestName || !NamePattern().IsMatch(properties.StageName))
        {
            throw resource.Invalid(
                nameof(properties.StageName),
                $"'{properties.StageName}' is not 1 to {LongestName} letters, digits, hyphens and underscores");
        }

        api.Stages[properties.StageName] = new Stage(properties.StageName, properties.DeploymentId)
        {
            Variables = properties.Variables,
            TracingEnabled = properties.TracingEnabled,
            Settings = [.. properties.MethodSettings.Select(setting => setting.ToSetting(resource))],
            AccessLog = AccessLog(resource, properties.AccessLogSetting),
        };
        return new(properties.StageName);
    }

    private static AccessLog? AccessLog(TemplateResource resource, StageProperties.StageAccessLog? setting)
    {
        if (setting?.DestinationArn is not { } destination)
        {
            return null;
        }

        var mark = destination.IndexOf(GroupMark, StringComparison.Ordinal);
        if (mark < 0)
        {
            throw resource.Refuse("AccessLogSetting.DestinationArn", $"'{destination}' is not a log group");
        }

        return new(destination[(mark + GroupMark.Length)..].Split(':')[0], setting.Format ?? "$context.requestId");
    }

    [GeneratedRegex(@"^[a-zA-Z0-9_-]+\z")]
    private static partial Regex NamePattern();
}
