namespace Lexicon.Infra.Tests.Exact;

/// <summary>What the stack <c>Api</c> says of API keys, all of it: who has one and how much it is good for.</summary>
public sealed class ApiStackKeyTests
{
    [Fact]
    public void ApiKeys_AreExactlyThese() => Exactly.This("Api", "AWS::ApiGateway::ApiKey", """
        Description = The first program that calls Lexicon prod  full ×1
        Enabled = true  full ×1
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: prod}]  full ×1
        """);

    [Fact]
    public void UsagePlans_AreExactlyThese() => Exactly.This("Api", "AWS::ApiGateway::UsagePlan", """
        ApiStages[] = {ApiId: ${/Glossary/Api}, Stage: ${/Glossary/Api/DeploymentStage.prod}, Throttle: {}}  full ×1
        Description = Programs that call Lexicon prod  full ×1
        Quota.Limit = 1000000  full ×1
        Quota.Period = MONTH  full ×1
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: prod}]  full ×1
        Throttle.BurstLimit = 200  full ×1
        Throttle.RateLimit = 100  full ×1
        UsagePlanName = Lexicon-{stage}  full ×1
        """);

    [Fact]
    public void UsagePlanKeys_AreExactlyThese() => Exactly.This("Api", "AWS::ApiGateway::UsagePlanKey", """
        KeyId = ${./Key}  full ×1
        KeyType = API_KEY  full ×1
        UsagePlanId = ${./Plan}  full ×1
        """);
}
