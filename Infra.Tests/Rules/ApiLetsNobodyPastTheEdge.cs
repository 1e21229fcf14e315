namespace Lexicon.Infra.Tests.Rules;

/// <summary>
/// Each method of a REST API but a preflight asks for an API key, each stage has a key that is a generated secret, without a bound that all
/// readers would share, and a distribution sends such a secret to each API and nothing else of its own
/// (docs/decisions/0024-the-edge-proves-itself.md).
/// </summary>
public sealed class ApiLetsNobodyPastTheEdge : Rule
{
    private protected override Change[] Broken =>
    [
        Set("/Method/Properties/ApiKeyRequired", "false"),
        Remove("/Method/Properties/ApiKeyRequired"),
        Remove("/UsagePlanKey"),
        Remove("/UsagePlan/Properties/ApiStages/0"),
        Set("/UsagePlan/Properties/Throttle", """{"RateLimit":1}"""),
        Set("/Key/Properties/Value", "\"known-to-everybody-who-reads-this\""),
        Remove("/Key/Properties/Value"),
        Set("/Key/Properties/Enabled", "false"),
        Remove("/Secret/Properties/GenerateSecretString"),
        Set("/Secret/Properties/GenerateSecretString/PasswordLength", "8"),
        Remove("/Distribution/Properties/DistributionConfig/Origins/0/OriginCustomHeaders"),
        Set("/Distribution/Properties/DistributionConfig/Origins/0/OriginCustomHeaders/0/HeaderName", "\"x-secret\""),
        Set("/Distribution/Properties/DistributionConfig/Origins/0/OriginCustomHeaders/0/HeaderValue", "\"a-key-in-the-template\""),
        Add(
            "/Distribution/Properties/DistributionConfig/Origins/0/OriginCustomHeaders",
            """{"HeaderName":"Authorization","HeaderValue":"Bearer x"}"""),
        Set("/Distribution/Properties/DistributionConfig/Origins/0/CustomOriginConfig/OriginProtocolPolicy", "\"http-only\""),
    ];

    private protected override IEnumerable<string> Breaches(Template template) =>
    [
        .. from method in template.Methods
           where method.Text("ApiKeyRequired") != "true"
           select $"{method.Construct} asks for no key",
        .. from stage in template.OfType("AWS::ApiGateway::Stage")
           where !template.OfType("AWS::ApiGateway::UsagePlan").Any(plan => LetsTheEdgeIn(plan, stage, template))
           select $"{stage.Construct} has no key that is a secret",
        .. from distribution in template.OfType("AWS::CloudFront::Distribution")
           from origin in distribution.Items("DistributionConfig.Origins")
           where !ProvesItself(origin)
           select $"{distribution.Construct} does not prove itself to {Intrinsics.Render(origin["DomainName"])}",
    ];

    private static bool LetsTheEdgeIn(Resource plan, Resource stage, Template template) =>
        plan["Throttle"] is null && plan["Quota"] is null
        && plan.Items("ApiStages").Any(of => Intrinsics.Render(of["Stage"]) == stage.Ref)
        && template.OfType("AWS::ApiGateway::UsagePlanKey").Any(of => of.Text("UsagePlanId") == plan.Ref
            && template.Find(of.Text("KeyId")) is { } key && key.Text("Enabled") == "true"
            && template.OfType("AWS::SecretsManager::Secret").Any(secret =>
                key.Text("Value") == $"{{{{resolve:secretsmanager:{secret.Ref}:SecretString}}}}"
                && secret.Text("GenerateSecretString.PasswordLength") is { Length: > 0 } length && int.Parse(length, null) >= 32));

    private static bool ProvesItself(JsonNode origin)
    {
        var headers = origin["OriginCustomHeaders"]?.AsArray() ?? [];
        return Intrinsics.Render(origin["DomainName"]).Contains(".execute-api.", StringComparison.Ordinal)
            ? headers is [var header] && (string?)header!["HeaderName"] == "x-api-key"
                && Regex.IsMatch(Intrinsics.Render(header["HeaderValue"]), @"^\{\{resolve:secretsmanager:[^:]+:SecretString\}\}$")
                && (string?)origin["CustomOriginConfig"]?["OriginProtocolPolicy"] == "https-only"
            : headers.Count == 0;
    }
}
