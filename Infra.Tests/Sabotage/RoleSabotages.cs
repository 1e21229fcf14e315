using static Lexicon.Infra.Tests.Sabotage.Change;

namespace Lexicon.Infra.Tests.Sabotage;

/// <summary>Against least privilege.</summary>
internal static class RoleSabotages
{
    private const string Statements = "/Properties/Policies/0/PolicyDocument/Statement";

    public static IReadOnlyList<Sabotage> All { get; } =
    [
        new("A reader of terms may write them", "prod Api", "GetTerm/Role/Resource", Replace(Statements, "\"dynamodb:BatchGetItem\"", "[\"dynamodb:BatchGetItem\",\"dynamodb:PutItem\"]")),
        new("A function may do anything to the table", "dev Api", "CreateTerm/Role/Resource", Set($"{Statements}/3/Action", "\"dynamodb:*\"")),
        new("A function may reach every table", "prod Api", "GetTerm/Role/Resource", Set($"{Statements}/3/Resource", "\"*\"")),
        new("A function may reach every index", "prod Api", "ListGlossaries/Role/Resource", Replace(Statements, "/index/PublicGlossaries", "/index/*")),
        new("A function may reach every item", "prod Api", "GetTerm/Role/Resource", Remove($"{Statements}/3/Condition")),
        new("A function may scan", "prod Api", "ListTerms/Role/Resource", Replace(Statements, "dynamodb:Query", "dynamodb:Scan")),
        new("A function may write every log", "dev Api", "GetTerm/Role/Resource", Set($"{Statements}/0/Resource", "\"*\"")),
        new("A role has a policy that AWS manages", "prod Api", "GetTerm/Role/Resource", Set(
            "/Properties/ManagedPolicyArns", "[\"arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess\"]")),
        new("Any account may take a role", "prod Api", "GetTerm/Role/Resource", Set("/Properties/AssumeRolePolicyDocument/Statement/0/Principal", """{"AWS":"*"}""")),
        new("A role has one policy more", "dev Api", "DeleteGlossary/Role/Resource", Add(
            "/Properties/Policies", """{"PolicyName":"More","PolicyDocument":{"Statement":[{"Effect":"Allow","Action":"iam:*","Resource":"*"}]}}""")),
        new("A function takes another one's role", "prod Api", "GetTerm/Function/Resource", Replace("/Properties/Role", "GetTermRole0D76DB12", "DeleteTermRole3EF3AE53")),
        new("The pages' copier may write to any bucket", "prod Site", "Deployment/Role/Resource", Set($"{Statements}/2/Resource", "\"*\"")),
        new("The pages' copier may do anything to S3", "dev Site", "Deployment/Role/Resource", Set($"{Statements}/2/Action", "\"s3:*\"")),
        new("Any repository may deploy", "full Deployment", "Deploy/Role/Resource", Replace(
            "/Properties/AssumeRolePolicyDocument", "repo:example/lexicon:environment:prod", "repo:*")),
    ];
}
