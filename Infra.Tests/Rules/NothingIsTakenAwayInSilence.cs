namespace Lexicon.Infra.Tests.Rules;

/// <summary>
/// What AWS does unless it is told otherwise is what is wanted here: each of these properties takes something away, where no alarm and no
/// test would tell. Who needs one takes it off this list and says why beside it.
/// </summary>
public sealed class NothingIsTakenAwayInSilence : Rule
{
    private protected override Change[] Broken =>
    [
        Set("/Function/Properties/ReservedConcurrentExecutions", "0"),
        Set("/Acl/Properties/Rules/0/Statement/RateBasedStatement/ScopeDownStatement", "{}"),
    ];

    private protected override IEnumerable<string> Breaches(Template template) =>
        from resource in template.Resources
        from name in Names(resource.Json["Properties"])
        where s_properties.TryGetValue(name, out var of) && (of.Length == 0 || !resource.Type.StartsWith(of, StringComparison.Ordinal))
        select $"{resource.Construct} has {name}";

    // Each by the service whose resources may have it; nothing is for nobody.
    private static readonly Dictionary<string, string> s_properties = new()
    {
        // Requests that nobody answers, or late.
        ["ReservedConcurrentExecutions"] = "", ["ProvisionedConcurrencyConfig"] = "", ["VpcConfig"] = "", ["FileSystemConfigs"] = "",
        ["TimeoutInMillis"] = "", ["ReadOnDemandThroughputSettings"] = "", ["WriteOnDemandThroughputSettings"] = "", ["TableClass"] = "",
        ["Staging"] = "", ["PriceClass"] = "", ["OriginReadTimeout"] = "", ["ConnectionAttempts"] = "", ["ConnectionTimeout"] = "",
        ["DisableExecuteApiEndpoint"] = "", ["AuthorizationScopes"] = "",

        // Requests and answers that somebody else sees or changes.
        ["LambdaFunctionAssociations"] = "", ["FunctionAssociations"] = "", ["RealtimeLogConfigArn"] = "", ["FieldLevelEncryptionId"] = "",
        ["OriginCustomHeaders"] = "", ["RemoveHeadersConfig"] = "", ["CorsConfig"] = "", ["BinaryMediaTypes"] = "",
        ["LambdaConfig"] = "", ["KinesisStreamSpecification"] = "", ["CachingEnabled"] = "", ["CacheClusterEnabled"] = "",
        ["ReplicationConfiguration"] = "",
        ["EmailConfiguration"] = "", ["SmsConfiguration"] = "", ["SubjectAlternativeNames"] = "",

        // What is watched, refused or told less than it seems.
        ["ScopeDownStatement"] = "", ["EvaluationWindowSec"] = "", ["Unit"] = "AWS::Budgets::", ["ActionsEnabled"] = "",
        ["InsufficientDataActions"] = "",
        ["FilterPolicy"] = "", ["IgnorePollAlarmFailure"] = "", ["LogGroupClass"] = "", ["DataProtectionPolicy"] = "",
        ["CostFilters"] = "", ["CostTypes"] = "",
        ["AuthorizerResultTtlInSeconds"] = "", ["IdentityValidationExpression"] = "",
    };

    private static IEnumerable<string> Names(JsonNode? node) => node switch
    {
        JsonObject value => value.SelectMany(member => Names(member.Value).Prepend(member.Key)),
        JsonArray list => list.SelectMany(Names),
        _ => [],
    };
}
