namespace Lexicon.Infra.Tests.Rules;

/// <summary>
/// What is of no use by itself is referred to by something: a role that nobody takes, a version that is not live, a path that leads
/// nowhere is a mistake or a way in.
/// </summary>
public sealed class NothingIsLeftOver : Rule
{
    private protected override Change[] Broken =>
    [
        Remove("/Live"),
        Set("/Path", """{"Type":"AWS::ApiGateway::Resource"}"""),
    ];

    private protected override IEnumerable<string> Breaches(Template template) =>
        from resource in template.Resources
        where Types.Contains(resource.Type) && !Counts(resource.Text("LogGroupName"))
        where !template.Resources.Any(other => other.LogicalId != resource.LogicalId && RefersTo(other, resource.LogicalId))
        select $"{resource.Construct} is of no use to anything";

    private static readonly string[] Types =
    [
        "AWS::ApiGateway::Authorizer", "AWS::ApiGateway::Model", "AWS::ApiGateway::RequestValidator", "AWS::ApiGateway::Resource",
        "AWS::ApiGatewayV2::Authorizer", "AWS::ApiGatewayV2::Integration", "AWS::CertificateManager::Certificate",
        "AWS::CloudFront::CachePolicy",
        "AWS::CloudFront::OriginAccessControl", "AWS::CloudFront::ResponseHeadersPolicy", "AWS::CodeDeploy::Application",
        "AWS::CodeDeploy::DeploymentGroup", "AWS::KMS::Key", "AWS::Lambda::Function", "AWS::Lambda::LayerVersion", "AWS::Lambda::Version",
        "AWS::Logs::LogGroup", "AWS::WAFv2::WebACL",
    ];

    // API Gateway finds its execution log by the name.
    private static bool Counts(string logGroup) =>
        logGroup.StartsWith("API-Gateway-Execution-Logs_", StringComparison.Ordinal)
        || logGroup.StartsWith("/aws/apigateway/${", StringComparison.Ordinal);

    private static bool RefersTo(Resource other, string id) =>
        CreationOrder.ValuesOf("Ref", other.Json).Any(reference => $"{reference}" == id)
        || CreationOrder.ValuesOf("Fn::GetAtt", other.Json["Properties"]).Any(attribute => $"{attribute[0]}" == id);
}
