using Lexicon.Functions;
using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Api;

/// <summary>What the API is with every option of the context, and that it is nothing of it without.</summary>
public sealed class ApiOptionTests
{
    private const string Origin = "https://example.org";

    [Fact]
    public void ApiKey_IsAskedForByEveryMethodButThePreflight() => Assert.All(
        Stages.Full.Api.OfType("AWS::ApiGateway::Method"),
        method => Assert.Equal(method.Text("HttpMethod") == "OPTIONS" ? "false" : "true", method.Text("ApiKeyRequired")));

    [Fact]
    public void ApiKey_IsCountedAndBoundedByAUsagePlanOfTheStage()
    {
        var api = Stages.Full.Api;
        var plan = api.Only("AWS::ApiGateway::UsagePlan");
        var key = api.Only("AWS::ApiGateway::ApiKey");
        var member = api.Only("AWS::ApiGateway::UsagePlanKey");

        Assert.Equal($"${{{api.Only("AWS::ApiGateway::Stage").LogicalId}}}", plan.Text("ApiStages.0.Stage"));
        Assert.Equal($"${{{api.Only("AWS::ApiGateway::RestApi").LogicalId}}}", plan.Text("ApiStages.0.ApiId"));
        Assert.Equal(("100", "200"), (plan.Text("Throttle.RateLimit"), plan.Text("Throttle.BurstLimit")));
        Assert.Equal(("1000000", "MONTH"), (plan.Text("Quota.Limit"), plan.Text("Quota.Period")));
        Assert.Equal(($"${{{key.LogicalId}}}", "API_KEY"), (member.Text("KeyId"), member.Text("KeyType")));
        Assert.Equal($"${{{plan.LogicalId}}}", member.Text("UsagePlanId"));
        Assert.Equal(("true", null), (key.Text("Enabled"), key["Value"]));
        Assert.Equal($"${{{key.LogicalId}}}", api.Output("ApiKeyId"));
    }

    [Fact]
    public void Preflight_IsAnsweredForTheAllowedOriginOnEveryPath()
    {
        var api = Stages.Full.Api;
        var preflights = api.OfType("AWS::ApiGateway::Method").Where(method => method.Text("HttpMethod") == "OPTIONS").ToList();

        Assert.Equal(
            api.OfType("AWS::ApiGateway::Resource").Select(resource => $"${{{resource.LogicalId}}}")
                .Append("${GlossaryApi4C8776F1.RootResourceId}").Order(StringComparer.Ordinal),
            preflights.Select(method => method.Text("ResourceId")).Order(StringComparer.Ordinal));
        Assert.All(preflights, method =>
        {
            var headers = method["Integration"]!["IntegrationResponses"]![0]!["ResponseParameters"]!;

            Assert.Equal(("MOCK", "NONE"), (method.Text("Integration.Type"), method.Text("AuthorizationType")));
            Assert.Equal($"'{Origin}'", $"{headers["method.response.header.Access-Control-Allow-Origin"]}");
            Assert.Equal("'GET,POST,PUT,DELETE,OPTIONS'", $"{headers["method.response.header.Access-Control-Allow-Methods"]}");
            Assert.Equal(
                "'Authorization,Content-Type,Idempotency-Key,If-Match,If-None-Match,X-Api-Key'",
                $"{headers["method.response.header.Access-Control-Allow-Headers"]}");
            Assert.Equal("'3600'", $"{headers["method.response.header.Access-Control-Max-Age"]}");
            Assert.Equal("'Origin'", $"{headers["method.response.header.Vary"]}");
            Assert.Null(headers["method.response.header.Access-Control-Allow-Credentials"]);

            // API Gateway hands on those headers alone that the method's response names.
            Assert.Equal("204", Assert.Single(method["Integration.IntegrationResponses"]!.AsArray())!["StatusCode"]?.ToString());
            Assert.Equal("204", Assert.Single(method["MethodResponses"]!.AsArray())!["StatusCode"]?.ToString());
            Assert.Equal("{ statusCode: 200 }", method.Text("Integration.RequestTemplates.application/json"));
            Assert.Equal(
                headers.AsObject().Select(header => $"{header.Key} true"),
                method["MethodResponses.0.ResponseParameters"]?.AsObject().Select(header => $"{header.Key} {header.Value}"));
        });
    }

    [Fact]
    public void Refusals_MayBeReadByTheAllowedOrigin() => Assert.All(
        Stages.Full.Api.OfType("AWS::ApiGateway::GatewayResponse"),
        response => Assert.Equal($"'{Origin}'", $"{response["ResponseParameters"]!["gatewayresponse.header.Access-Control-Allow-Origin"]}"));

    [Fact]
    public void Functions_AreToldWhichOriginsMayReadTheirAnswers() => Assert.All(
        Stages.Full.Api.OfType("AWS::Lambda::Function"),
        function => Assert.Equal(Origin, function.Text("Environment.Variables.ALLOWED_ORIGINS")));

    [Theory]
    [InBothStages]
    public void NoOtherOrigin_IsAllowed_UnlessTheContextNamesIt(string stage)
    {
        var api = Stages.Named(stage).Api;

        Assert.DoesNotContain("Access-Control-", api.Json.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("ALLOWED_ORIGINS", api.Json.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(Routes.All.Count, api.OfType("AWS::ApiGateway::Method").Count());
    }

    [Fact]
    public void WebAcl_StandsBeforeTheStage()
    {
        var api = Stages.Full.Api;
        var association = api.Only("AWS::WAFv2::WebACLAssociation");
        var acl = api.Only("AWS::WAFv2::WebACL");

        Assert.Equal("REGIONAL", acl.Text("Scope"));
        Assert.Equal($"${{{acl.LogicalId}.Arn}}", association.Text("WebACLArn"));
        Assert.Equal(
            $"arn:aws:apigateway:us-east-1::/restapis/${{{api.Only("AWS::ApiGateway::RestApi").LogicalId}}}/stages/" +
            $"${{{api.Only("AWS::ApiGateway::Stage").LogicalId}}}",
            association.Text("ResourceArn"));
    }

    [Fact]
    public void NativePackages_RunOnTheArchitectureOfTheContext() => Assert.All(
        Stages.Full.Api.OfType("AWS::Lambda::Function"),
        function => Assert.Equal(("provided.al2023", "arm64"), (function.Text("Runtime"), function.Text("Architectures"))));

    [Theory]
    [InBothStages]
    public void ApiKeysAndWebAcls_AreNotThere_UnlessAskedFor(string stage)
    {
        var types = Stages.Named(stage).Api.Resources.Select(resource => resource.Type).ToHashSet();

        Assert.DoesNotContain("AWS::ApiGateway::ApiKey", types);
        Assert.DoesNotContain("AWS::WAFv2::WebACL", types);
        Assert.All(Stages.Named(stage).Api.OfType("AWS::ApiGateway::Method"), method => Assert.Equal("false", method.Text("ApiKeyRequired")));
    }

    [Fact]
    public void KeyOfTheTable_IsUsedThroughDynamoDbAlone_AndForWhatTheOperationDoes()
    {
        var api = Stages.Full.Api;
        foreach (var function in api.OfType("AWS::Lambda::Function"))
        {
            var statements = Statement.Of(api[(string)function["Role.Fn::GetAtt.0"]!], api).ToList();
            var uses = statements.Where(statement => statement.Actions.Any(action => action.StartsWith("kms:", StringComparison.Ordinal)));
            var granted = statements.SelectMany(statement => statement.Actions).ToList();
            if (!granted.Any(action => action.StartsWith("dynamodb:", StringComparison.Ordinal)))
            {
                Assert.Empty(uses);
                continue;
            }

            var use = Assert.Single(uses);
            var writes = granted.Any(action => action is "dynamodb:PutItem" or "dynamodb:UpdateItem" or "dynamodb:DeleteItem");
            Assert.Equal(
                writes
                    ? ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo"]
                    : ["kms:Decrypt", "kms:DescribeKey"],
                use.Actions);
            Assert.Equal("Allow", use.Effect);
            Assert.Equal(["${import Lexicon-prod-Data-TableKeyArn}"], use.Resources);
            Assert.Equal("StringEquals kms:ViaService dynamodb.us-east-1.amazonaws.com", use.Condition);
        }
    }
}
