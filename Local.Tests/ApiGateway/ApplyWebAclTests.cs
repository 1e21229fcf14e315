using Lexicon.Local.CloudFormation;
using static Lexicon.Local.Tests.ApiGateway.HttpAssert;

namespace Lexicon.Local.Tests.ApiGateway;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html.</summary>
public sealed class ApplyWebAclTests
{
    [Fact]
    public async Task Stage_BehindAWebAcl_BlocksBeforeAnythingElse()
    {
        await using var gateway = await RunningApiGateway.WithMethodAsync();
        var acl = Waf(gateway, "AWS::WAFv2::WebACL", new { Scope = "REGIONAL", DefaultAction = new { Block = new { } } });
        Associate(gateway, acl.Attributes["Arn"]);

        await FailureAsync(await gateway.Client.GetAsync("/dev/items"), 403, "ForbiddenException", """{"message":"Forbidden"}""");
        await FailureAsync(await gateway.Client.GetAsync("/dev/nothing"), 403, "ForbiddenException", """{"message":"Forbidden"}""");
        Assert.Empty(gateway.Functions.Events);
    }

    [Fact]
    public async Task RateRule_BlocksTheAddressThatComesTooOften_UntilItsWindowHasPassed()
    {
        await using var gateway = await RunningApiGateway.WithMethodAsync();
        var acl = Waf(gateway, "AWS::WAFv2::WebACL", new
        {
            Scope = "REGIONAL",
            DefaultAction = new { Allow = new { } },
            Rules = new[]
            {
                new
                {
                    Name = "rate",
                    Priority = 1,
                    Action = new { Block = new { } },
                    Statement = new
                    {
                        RateBasedStatement = new
                        {
                            Limit = 2,
                            AggregateKeyType = "FORWARDED_IP",
                            ForwardedIPConfig = new { HeaderName = "X-Forwarded-For", FallbackBehavior = "NO_MATCH" },
                        },
                    },
                },
            },
        });
        Associate(gateway, acl.Attributes["Arn"]);

        Assert.Equal(200, await FromAsync(gateway, "192.0.2.1"));
        Assert.Equal(200, await FromAsync(gateway, "192.0.2.1"));
        Assert.Equal(403, await FromAsync(gateway, "192.0.2.1, 10.0.0.1"));
        Assert.Equal(200, await FromAsync(gateway, "192.0.2.2"));
        gateway.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(200, await FromAsync(gateway, "192.0.2.1"));
    }

    [Fact]
    public async Task Decision_IsInTheAccessLog()
    {
        await using var gateway = new RunningApiGateway();
        gateway.Api();
        gateway.Method("GET", "/items");
        gateway.Stage(new
        {
            AccessLogSetting = new
            {
                DestinationArn = "arn:aws:logs:us-east-1:123456789012:log-group:access",
                Format = "$context.wafResponseCode",
            },
        });
        await gateway.StartAsync();
        await gateway.Client.GetAsync("/dev/items");
        var acl = Waf(gateway, "AWS::WAFv2::WebACL", new { Scope = "REGIONAL", DefaultAction = new { Block = new { } } });
        Associate(gateway, acl.Attributes["Arn"]);
        await gateway.Client.GetAsync("/dev/items");

        Assert.Equal(["-", "WAF_BLOCK"], gateway.Logs.Of("access"));
    }

    [Fact]
    public async Task Association_WithWhatIsNoStageOrNoWebAcl_IsRefusedByName()
    {
        await using var gateway = await RunningApiGateway.WithMethodAsync();

        var noAcl = Assert.Throws<StartupException>(() => Associate(gateway, "arn:none"));
        var noStage = Assert.Throws<StartupException>(
            () => Waf(gateway, "AWS::WAFv2::WebACLAssociation", new { ResourceArn = "arn:aws:cognito-idp:x", WebACLArn = "arn:none" }));

        Assert.Contains("refers to the web ACL 'arn:none', which does not exist", noAcl.Message, StringComparison.Ordinal);
        Assert.Contains("'arn:aws:cognito-idp:x' is not the stage of a REST API", noStage.Message, StringComparison.Ordinal);
    }

    private static async Task<int> FromAsync(RunningApiGateway gateway, string forwardedFor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/dev/items");
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", forwardedFor);
        return (int)(await gateway.Client.SendAsync(request)).StatusCode;
    }

    private static void Associate(RunningApiGateway gateway, string acl) => Waf(gateway, "AWS::WAFv2::WebACLAssociation", new
    {
        ResourceArn = $"arn:aws:apigateway:us-east-1::/restapis/{gateway.ApiId}/stages/dev",
        WebACLArn = acl,
    });

    private static ProvisionedResource Waf(RunningApiGateway gateway, string type, object properties) => gateway.Firewall.ResourceTypes
        .Provision(type, "Acl", Provisioning.Merge(properties));
}
