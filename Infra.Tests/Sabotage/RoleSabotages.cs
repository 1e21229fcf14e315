using static Lexicon.Infra.Tests.Sabotage.Change;

namespace Lexicon.Infra.Tests.Sabotage;

/// <summary>Against least privilege.</summary>
internal static class RoleSabotages
{
    private const string Statements = "/Properties/Policies/0/PolicyDocument/Statement";

    public static IReadOnlyList<Sabotage> All { get; } =
    [
        new("A reader of terms may write them", "prod Api", "GetTerm/Role", Replace(Statements, "\"dynamodb:BatchGetItem\"", "[\"dynamodb:BatchGetItem\",\"dynamodb:PutItem\"]")),
        new("A function may do anything to the table", "dev Api", "CreateTerm/Role", Set($"{Statements}/3/Action", "\"dynamodb:*\"")),
        new("A function may reach every table", "prod Api", "GetTerm/Role", Set($"{Statements}/3/Resource", "\"*\"")),
        new("A function may reach every index", "prod Api", "ListGlossaries/Role", Replace(Statements, "/index/PublicGlossaries", "/index/*")),
        new("A function may reach every item", "prod Api", "GetTerm/Role", Remove($"{Statements}/3/Condition")),
        new("A function may scan", "prod Api", "ListTerms/Role", Replace(Statements, "dynamodb:Query", "dynamodb:Scan")),
        new("A function may write every log", "dev Api", "GetTerm/Role", Set($"{Statements}/0/Resource", "\"*\"")),
        new("A role has a policy that AWS manages", "prod Api", "GetTerm/Role", Set(
            "/Properties/ManagedPolicyArns", "[\"arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess\"]")),
        new("Any account may take a role", "prod Api", "GetTerm/Role", Set("/Properties/AssumeRolePolicyDocument/Statement/0/Principal", """{"AWS":"*"}""")),
        new("A role has one policy more", "dev Api", "DeleteGlossary/Role", Add(
            "/Properties/Policies", """{"PolicyName":"More","PolicyDocument":{"Statement":[{"Effect":"Allow","Action":"iam:*","Resource":"*"}]}}""")),
        new("A function takes another one's role", "prod Api", "GetTerm/Function/Resource", Replace("/Properties/Role", "GetTermRole576A9E52", "DeleteTermRoleCB60AB31")),
        new("The pages' copier may write to any bucket", "prod Site", "Deployment/Role", Set($"{Statements}/2/Resource", "\"*\"")),
        new("The pages' copier may do anything to S3", "dev Site", "Deployment/Role", Set($"{Statements}/2/Action", "\"s3:*\"")),
        new("Any repository may deploy", "full Deployment", "Deploy/Role/Resource", Replace(
            "/Properties/AssumeRolePolicyDocument", "repo:example/lexicon:environment:prod", "repo:*")),
    ];
}
