namespace Lexicon.Infra.Tests.Rules;

/// <summary>
/// What has a name of its own, since logs, metrics, alarms or a person look for it by name, has one that begins with the stage's, which is
/// unique in its account and Region: two stages never want the same one.
/// </summary>
public sealed class NameBeginsWithItsStage : Rule
{
    private protected override Change[] Broken =>
    [
        Set("/Queue/Properties/QueueName", "\"DeadLetters\""),
        Set("/Logs/Properties/LogGroupName", "\"/aws/lambda/GetTerm\""),
        Set("/Role/Properties", """{"RoleName":"Lexicon-prod-Role"}"""),
    ];

    private protected override IEnumerable<string> Breaches(Template template) =>
        from resource in template.Resources
        from property in Properties
        where resource[property] is not null && !Within.Contains(resource.Type)
        where !Name(template).IsMatch(resource.Text(property)) || property is "RoleName" or "BucketName" or "TableName"
        select $"{resource.Construct} is named {resource.Text(property)}";

    private static readonly string[] Properties =
    [
        "FunctionName", "LogGroupName", "QueueName", "RoleName", "TopicName", "AlarmName", "Name", "BucketName", "TableName",
        "ApplicationName", "DeploymentGroupName", "UsagePlanName", "DashboardName", "TrailName", "OriginAccessControlConfig.Name",
        "ResponseHeadersPolicyConfig.Name", "CachePolicyConfig.Name",
    ];

    // Their names live within an API or a zone, or say whose they are.
    private static readonly string[] Within =
    [
        "AWS::ApiGateway::Model", "AWS::ApiGateway::RequestValidator", "AWS::ApiGateway::Authorizer",
        "AWS::ApiGatewayV2::Authorizer", "AWS::Lambda::Alias",
        "AWS::Lambda::EventSourceMapping", "AWS::Lambda::Version", "AWS::Lambda::Permission",
        "AWS::CodeDeploy::DeploymentGroup", "AWS::Route53::RecordSet", "Custom::S3AutoDeleteObjects",
    ];

    // CDK leaves out the hyphens in some names of CloudFront's, which end with the Region, since they are of the whole account.
    private static Regex Name(Template template) =>
        new($@"^((/aws/\w+/)?Lexicon-{template.Stage}([-/].*)?|Lexicon{template.Stage}\w+-us-east-1|"
            + $@"(API-Gateway-Execution-Logs_|/aws/apigateway/)\$\{{\w+\}}/{template.Stage})$");
}
