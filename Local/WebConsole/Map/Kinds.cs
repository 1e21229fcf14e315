namespace Lexicon.Local.WebConsole.Map;

/// <summary>
/// What a resource of each type is on the map. A type that is in none of these lists is a detail, so that it can be seen; a test asks for
/// its row.
/// </summary>
internal static class Kinds
{
    // What does something, or keeps something.
    private static readonly HashSet<string> Places =
    [
        "AWS::ApiGateway::RestApi",
        "AWS::ApiGatewayV2::Api",
        "AWS::CloudFront::Distribution",
        "AWS::Cognito::IdentityPool",
        "AWS::Cognito::UserPool",
        "AWS::DynamoDB::GlobalTable",
        "AWS::DynamoDB::Table",
        "AWS::Events::EventBus",
        "AWS::Events::Rule",
        "AWS::Lambda::Function",
        "AWS::S3::Bucket",
        "AWS::SNS::Topic",
        "AWS::SQS::Queue",
        "AWS::SSM::Parameter",
        "AWS::SecretsManager::Secret",
        "AWS::WAFv2::WebACL",
    ];

    // The same, left out until somebody asks.
    private static readonly HashSet<string> Details = ["AWS::CloudWatch::Alarm", "AWS::IAM::Role", "AWS::Logs::LogGroup"];

    // Part of a place, or what ties places together: WayFinder follows them.
    private static readonly HashSet<string> Parts =
    [
        "AWS::ApiGateway::Account",
        "AWS::ApiGateway::ApiKey",
        "AWS::ApiGateway::Authorizer",
        "AWS::ApiGateway::Deployment",
        "AWS::ApiGateway::GatewayResponse",
        "AWS::ApiGateway::Method",
        "AWS::ApiGateway::Model",
        "AWS::ApiGateway::RequestValidator",
        "AWS::ApiGateway::Resource",
        "AWS::ApiGateway::Stage",
        "AWS::ApiGateway::UsagePlan",
        "AWS::ApiGateway::UsagePlanKey",
        "AWS::ApiGatewayV2::Authorizer",
        "AWS::ApiGatewayV2::Deployment",
        "AWS::ApiGatewayV2::Integration",
        "AWS::ApiGatewayV2::IntegrationResponse",
        "AWS::ApiGatewayV2::Model",
        "AWS::ApiGatewayV2::Route",
        "AWS::ApiGatewayV2::RouteResponse",
        "AWS::ApiGatewayV2::Stage",
        "AWS::CloudFront::CachePolicy",
        "AWS::CloudFront::Function",
        "AWS::CloudFront::OriginAccessControl",
        "AWS::CloudFront::OriginRequestPolicy",
        "AWS::CloudFront::ResponseHeadersPolicy",
        "AWS::Cognito::IdentityPoolRoleAttachment",
        "AWS::Cognito::UserPoolClient",
        "AWS::Cognito::UserPoolDomain",
        "AWS::Cognito::UserPoolGroup",
        "AWS::IAM::ManagedPolicy",
        "AWS::IAM::Policy",
        "AWS::Lambda::Alias",
        "AWS::Lambda::EventInvokeConfig",
        "AWS::Lambda::EventSourceMapping",
        "AWS::Lambda::Permission",
        "AWS::Lambda::Version",
        "AWS::S3::BucketPolicy",
        "AWS::SNS::Subscription",
        "AWS::SNS::TopicPolicy",
        "AWS::SQS::QueuePolicy",
        "AWS::WAFv2::WebACLAssociation",
        "Custom::CDKBucketDeployment",
        "Custom::S3AutoDeleteObjects",
        "Custom::S3BucketNotifications",
    ];

    /// <summary>Whether a type is drawn at once.</summary>
    public static bool IsPlace(string type) => Places.Contains(type);

    /// <summary>Whether a type is drawn when somebody asks for details.</summary>
    public static bool IsDetail(string type) => Details.Contains(type);

    /// <summary>Whether a type is not drawn.</summary>
    public static bool IsPart(string type) => Parts.Contains(type);
}
