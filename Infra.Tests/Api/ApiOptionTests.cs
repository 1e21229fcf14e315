namespace Lexicon.Infra.Tests.Api;

/// <summary>What the API is with every option of the context, and that it is nothing of it without.</summary>
public sealed class ApiOptionTests
{
    private static Template Full => Stages.Full.Api;

    private static Resource Stage => Full.Only("AWS::ApiGateway::Stage");

    private static Resource Rest => Full.Only("AWS::ApiGateway::RestApi");

    [Fact]
    public void KeyOfAProgram_IsCountedAndBoundedByAUsagePlanOfTheStage()
    {
        var (plan, key) = (Full.At("Keys/Plan/Resource"), Full.At("Keys/Key/Resource"));

        plan.Says(
            ("ApiStages.0.ApiId", Rest.Ref), ("ApiStages.0.Stage", Stage.Ref), ("Throttle.RateLimit", "100"),
            ("Throttle.BurstLimit", "200"), ("Quota.Limit", "1000000"), ("Quota.Period", "MONTH"));
        key.Says(("Enabled", "true"), ("Value", ""));
        Assert.Single(Full.OfType("AWS::ApiGateway::UsagePlanKey"), of => of.Text("UsagePlanId") == plan.Ref).Says(
            ("KeyId", key.Ref), ("KeyType", "API_KEY"));
        Assert.Equal(key.Ref, Full.Output("ApiKeyId"));
    }

    [Fact]
    public void Preflight_IsAnsweredForTheAllowedOriginOnEveryPath()
    {
        var preflights = Full.OfType("AWS::ApiGateway::Method").Where(method => method.Text("HttpMethod") == "OPTIONS").ToList();

        Assert.Equal(
            Full.OfType("AWS::ApiGateway::Resource").Select(resource => resource.Ref).Append($"${{{Rest.LogicalId}.RootResourceId}}")
                .Order(StringComparer.Ordinal),
            preflights.Select(method => method.Text("ResourceId")).Order(StringComparer.Ordinal));
        Assert.All(preflights, method =>
        {
            var answer = Assert.Single(method.Items("Integration.IntegrationResponses"));
            method.Says(
                ("Integration.Type", "MOCK"), ("AuthorizationType", "NONE"),
                ("Integration.RequestTemplates.application/json", "{ statusCode: 200 }"), ("MethodResponses.0.StatusCode", "204"));
            Assert.Equal(
                [
                    "Access-Control-Allow-Headers: 'Authorization,Content-Type,Idempotency-Key,If-Match,If-None-Match,X-Api-Key'",
                    "Access-Control-Allow-Methods: 'GET,POST,PUT,DELETE,OPTIONS'", "Access-Control-Allow-Origin: 'https://example.org'",
                    "Access-Control-Max-Age: '3600'", "Vary: 'Origin'",
                ],
                answer["ResponseParameters"]!.AsObject()
                    .Select(header => $"{header.Key["method.response.header.".Length..]}: {header.Value}").Order(StringComparer.Ordinal));

            // API Gateway hands on those headers alone that the method's response names.
            Assert.Equal("204", $"{answer["StatusCode"]}");
            Assert.Equal(
                answer["ResponseParameters"]!.AsObject().Select(header => $"{header.Key} true"),
                method["MethodResponses.0.ResponseParameters"]!.AsObject().Select(header => $"{header.Key} {header.Value}"));
        });
    }

    [Fact]
    public void WebAcl_StandsBeforeTheStage() => Full.Only("AWS::WAFv2::WebACLAssociation").Says(
        ("WebACLArn", Full.Only("AWS::WAFv2::WebACL").Arn),
        ("ResourceArn", $"arn:aws:apigateway:us-east-1::/restapis/{Rest.Ref}/stages/{Stage.Ref}"));

    [Theory, InlineData("dev"), InlineData("prod")]
    public void NothingOfThis_IsThere_UnlessAskedFor(string stage)
    {
        var api = Stages.Named(stage).Api;
        Assert.DoesNotContain("Access-Control-", api.Json.ToJsonString(), StringComparison.Ordinal);
        Assert.Single(api.OfType("AWS::ApiGateway::ApiKey"));
        Assert.Empty(api.OfType("AWS::WAFv2::WebACL"));
    }

    [Fact]
    public void KeyOfTheTable_IsUsedForWhatTheOperationDoes() => Assert.All(Full.OfType("AWS::Lambda::Function"), function =>
    {
        var actions = Statement.Of(Full.Behind(function.Text("Role")), Full).ToList();
        var used = actions.Where(statement => statement.Actions[0].StartsWith("kms:", StringComparison.Ordinal)).ToList();
        var table = actions.SelectMany(statement => statement.Actions)
            .Where(action => action.StartsWith("dynamodb:", StringComparison.Ordinal)).ToList();
        string[] reads = ["kms:Decrypt", "kms:DescribeKey"];
        string[] writes = [.. reads, "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom",
            "kms:ReEncryptTo"];

        Assert.Equal(table.Count > 0 ? 1 : 0, used.Count);
        Assert.All(used, statement =>
        {
            Assert.Equal(table.Any(action => action is "dynamodb:PutItem" or "dynamodb:UpdateItem" or "dynamodb:DeleteItem") ? writes
                : reads, statement.Actions);
            Assert.Equal(["${import Lexicon-prod-Data-TableKeyArn}"], statement.Resources);
        });
    });
}
