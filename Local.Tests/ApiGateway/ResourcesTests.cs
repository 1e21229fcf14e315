using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Tests.ApiGateway;

public sealed class ResourcesTests
{
    [Fact]
    public async Task RefAndAttributes_AreWhatAwsDocuments()
    {
        await using var gateway = new RunningApiGateway();
        gateway.Api();
        var restApiId = gateway.ApiId;
        var api = gateway.Provision("AWS::ApiGateway::RestApi", "Other", new { Name = "Other" });
        var resource = gateway.Provision(
            "AWS::ApiGateway::Resource", "Resource", new { RestApiId = restApiId, ParentId = gateway.ResourceId("/"), PathPart = "a" });
        var deployment = gateway.Provision("AWS::ApiGateway::Deployment", "Deployment", new { RestApiId = restApiId });
        var stage = gateway.Provision(
            "AWS::ApiGateway::Stage", "Stage", new { RestApiId = restApiId, StageName = "dev", DeploymentId = deployment["Ref"] });
        var account = gateway.Provision(
            "AWS::ApiGateway::Account", "Account", new { CloudWatchRoleArn = "arn:aws:iam::123456789012:role/x" });

        Assert.Matches("^[a-z0-9]{10}$", api["Ref"]);
        Assert.Equal(api["Ref"], api["RestApiId"]);
        Assert.Matches("^[a-z0-9]{10}$", api["RootResourceId"]);
        Assert.NotEqual(api["Ref"], api["RootResourceId"]);
        Assert.Matches("^[a-z0-9]{6}$", resource["Ref"]);
        Assert.Equal(resource["Ref"], resource["ResourceId"]);
        Assert.Matches("^[a-z0-9]{6}$", deployment["Ref"]);
        Assert.Equal(deployment["Ref"], deployment["DeploymentId"]);
        Assert.Equal("dev", stage["Ref"]);
        Assert.Equal(account["Ref"], account["Id"]);
    }

    [Theory]
    [InlineData("AWS::ApiGateway::RestApi", "MinimumCompressionSize", -1, "-1 is not within 0 to 10485760")]
    [InlineData("AWS::ApiGateway::RestApi", "MinimumCompressionSize", 10_485_761, "10485761 is not within 0 to 10485760")]
    [InlineData("AWS::ApiGateway::Authorizer", "AuthorizerResultTtlInSeconds", 3601, "3601 is not within 0 to 3600")]
    [InlineData("AWS::ApiGateway::Stage", "StageName", "a.b", "'a.b' is not 1 to 128 letters, digits, hyphens and underscores")]
    public async Task ValueThatAwsRefuses_IsNotValid(string type, string property, object value, string why) => await RefusedAsync(
        $"property '{property}' is not valid: {why}",
        gateway =>
        {
            gateway.Api(logicalId: "First");
            object valid = type switch
            {
                "AWS::ApiGateway::RestApi" => new { Name = "x" },
                "AWS::ApiGateway::Authorizer" => new { RestApiId = gateway.ApiId, Name = "x", Type = "TOKEN" },
                _ => new { RestApiId = gateway.ApiId, DeploymentId = "d", StageName = "x" },
            };
            gateway.Provision(type, "X", valid, new Dictionary<string, object> { [property] = value });
        });

    [Fact]
    public async Task PeriodOfAQuota_IsOneOfThree() => await RefusedAsync(
        "property 'Quota.Period' is not valid: 'YEAR' is neither DAY, WEEK nor MONTH",
        gateway => gateway.Provision("AWS::ApiGateway::UsagePlan", "X", new { Quota = new { Limit = 1, Period = "YEAR" } }));

    [Fact]
    public async Task NothingIsBelowAGreedyParameter() => await RefusedAsync(
        "property 'ParentId' is not valid: '/{proxy+}' takes the whole rest of a path, so nothing is below it",
        gateway =>
        {
            gateway.Api(logicalId: "First");
            gateway.ResourceId("/{proxy+}/more");
        });

    [Fact]
    public async Task EndpointOfAVpc_IsRefused() => await RefusedAsync(
        "property 'EndpointConfiguration.Types' is not supported locally: a private endpoint needs a VPC",
        gateway => gateway.Api(new { EndpointConfiguration = new { Types = new[] { "PRIVATE" } } }));

    [Fact]
    public async Task ProxyOfAnotherService_IsRefused() => await MethodRefusedAsync(
        "property 'Integration.Uri' is not supported locally: "
            + "'arn:aws:apigateway:us-east-1:s3:path/b/k' is not the invocations of a function",
        new { Integration = new { Type = "AWS_PROXY", IntegrationHttpMethod = "POST", Uri = "arn:aws:apigateway:us-east-1:s3:path/b/k" } });

    [Fact]
    public async Task ProxyWithAnotherMethodThanPost_IsRefused() => await MethodRefusedAsync(
        "property 'Integration.IntegrationHttpMethod' is not supported locally: functions are invoked with POST",
        new { Integration = new { Type = "AWS_PROXY", IntegrationHttpMethod = "GET", Uri = RunningApiGateway.InvocationUri() } });

    [Theory]
    [InlineData("arn:aws:iam::*:user/*")]
    [InlineData("calls")]
    public async Task CredentialsOtherThanARole_AreRefused(string credentials) => await MethodRefusedAsync(
        $"property 'Integration.Credentials' is not supported locally: '{credentials}' is not a role",
        new
        {
            Integration = new
            {
                Type = "AWS_PROXY",
                IntegrationHttpMethod = "POST",
                Uri = RunningApiGateway.InvocationUri(),
                Credentials = credentials,
            },
        });

    [Fact]
    public async Task AuthorizerThatIsNotThere_IsRefused() => await MethodRefusedAsync(
        "property 'AuthorizerId' refers to the authorizer 'abc123' of the REST API, which does not exist",
        new { AuthorizationType = "COGNITO_USER_POOLS", AuthorizerId = "abc123" });

    [Fact]
    public async Task StageThatLogsToAStream_IsRefused() => await RefusedAsync(
        "property 'AccessLogSetting.DestinationArn' is not supported locally: "
            + "'arn:aws:firehose:us-east-1:123456789012:deliverystream/x' is not a log group",
        gateway =>
        {
            gateway.Api();
            gateway.Stage(new { AccessLogSetting = new { DestinationArn = "arn:aws:firehose:us-east-1:123456789012:deliverystream/x" } });
        });

    [Fact]
    public async Task ApiThatIsNotThere_IsRefused() => await RefusedAsync(
        "property 'RestApiId' refers to the REST API 'nothing', which does not exist",
        gateway => gateway.Provision("AWS::ApiGateway::Deployment", "Deployment", new { RestApiId = "nothing" }));

    [Fact]
    public async Task UserPoolThatIsNotThere_IsRefused() => await RefusedAsync(
        "property 'ProviderARNs' refers to the user pool 'arn:other', which does not exist",
        gateway =>
        {
            gateway.Api();
            gateway.Provision("AWS::ApiGateway::Authorizer", "Authorizer", new
            {
                RestApiId = gateway.ApiId,
                Type = "COGNITO_USER_POOLS",
                IdentitySource = "method.request.header.Authorization",
                ProviderARNs = new[] { "arn:other" },
            });
        });

    private static Task MethodRefusedAsync(string message, object method) => RefusedAsync(message, gateway =>
    {
        gateway.Api();
        gateway.Method("GET", "/items", method);
    });

    private static async Task RefusedAsync(string message, Action<RunningApiGateway> declare)
    {
        await using var gateway = new RunningApiGateway();

        var refusal = Assert.Throws<StartupException>(() => declare(gateway));

        Assert.EndsWith(message, refusal.Message, StringComparison.Ordinal);
        Assert.StartsWith("Test-Api/", refusal.Message, StringComparison.Ordinal);
    }
}
