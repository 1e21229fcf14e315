namespace Lexicon.Infra.Tests.Rules;

/// <summary>
/// What AWS does unless it is told otherwise is what is wanted here: each of these properties and types takes something away, where no
/// alarm and no test would tell. Who needs one takes it off this list and says why beside it.
/// </summary>
public sealed class NothingIsTakenAwayInSilence : Rule
{
    private protected override Change[] Broken =>
    [
        Set("/Function/Properties/ReservedConcurrentExecutions", "0"),
        Set("/Acl/Properties/Rules/0/Statement/RateBasedStatement/ScopeDownStatement", "{}"),
        Set("/Deployment/Properties/StageName", "\"open\""),
        Set("/Mute", """{"Type":"AWS::CloudWatch::AlarmMuteRule","Properties":{}}"""),
    ];

    private protected override IEnumerable<string> Breaches(Template template) =>
        from resource in template.Resources
        from name in Names(resource.Json["Properties"]).Append(resource.Type)
        where Exceptions.TryGetValue(name, out var of) && (of.Length == 0 || !Regex.IsMatch(resource.Type, of))
        select $"{resource.Construct} has {name}";

    // What no resource may have.
    private static readonly string[] ForNobody =
    [
        // Requests that nobody answers, or late.
        "ReservedConcurrentExecutions", "ProvisionedConcurrencyConfig", "VpcConfig", "FileSystemConfigs", "TimeoutInMillis",
        "ReadOnDemandThroughputSettings", "WriteOnDemandThroughputSettings", "TableClass", "Staging", "PriceClass",
        "OriginReadTimeout", "ConnectionAttempts", "ConnectionTimeout", "DisableExecuteApiEndpoint", "AuthorizationScopes", "Policy",
        "TrustedKeyGroups", "TrustedSigners", "DelaySeconds", "MaximumMessageSize", "RecursiveLoop", "ObjectLockEnabled",
        "RuntimeManagementConfig", "DestinationBucketKeyPrefix", "AWS::ApplicationAutoScaling::ScalableTarget",

        // Requests that something else answers, or that pass by the bounds of the stage.
        "CanarySetting", "ContinuousDeploymentPolicyId", "OriginGroups", "Body", "BodyS3Location", "CloneFrom", "StageDescription",
        "ApiKeySourceType",

        // Who gets in by less than a password and the second factor, or changes what is known of him.
        "DeviceConfiguration", "SignInPolicy", "WriteAttributes", "EnablePropagateAdditionalUserContextData",

        // Requests and answers that somebody else sees or changes.
        "LambdaFunctionAssociations", "KeyValueStoreAssociations", "RealtimeLogConfigArn", "FieldLevelEncryptionId",
        "RemoveHeadersConfig", "CorsConfig", "BinaryMediaTypes", "LambdaConfig", "KinesisStreamSpecification",
        "CachingEnabled", "CacheClusterEnabled", "ReplicationConfiguration", "InventoryConfigurations", "AnalyticsConfigurations",
        "AnalyticsConfiguration", "AWS::CloudWatch::MetricStream",
        "AWS::Cognito::LogDeliveryConfiguration", "EmailConfiguration", "SmsConfiguration", "SubjectAlternativeNames",

        // A bucket tells EventBridge of its account what happens, where a rule runs CheckImage; nobody else is told.
        "LambdaConfigurations", "QueueConfigurations", "TopicConfigurations",

        // What is watched, refused or told less than it seems.
        "ScopeDownStatement", "EvaluationWindowSec", "ActionsEnabled", "InsufficientDataActions", "FilterPolicy",
        "IgnorePollAlarmFailure", "LogGroupClass", "DataProtectionPolicy", "CostFilters", "CostTypes", "FilterExpression",
        "TimePeriod", "AWS::CloudWatch::AlarmMuteRule", "AWS::XRay::SamplingRule", "AuthorizerResultTtlInSeconds",
        "IdentityValidationExpression",
    ];

    // And what the types of a pattern may have alone.
    private static readonly Dictionary<string, string> Exceptions = new(ForNobody.Select(name => KeyValuePair.Create(name, "")))
    {
        ["FunctionAssociations"] = "^AWS::CloudFront::Distribution$",
        ["StageName"] = "^AWS::ApiGateway(V2)?::Stage$",
        ["OriginCustomHeaders"] = "^AWS::CloudFront::Distribution$",
        ["Unit"] = "^AWS::Budgets::",
    };

    private static IEnumerable<string> Names(JsonNode? node) => node switch
    {
        JsonObject value => value.SelectMany(member => Names(member.Value).Prepend(member.Key)),
        JsonArray list => list.SelectMany(Names),
        _ => [],
    };
}
