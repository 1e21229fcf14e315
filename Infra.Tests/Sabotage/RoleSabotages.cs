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
        new("Nobody can assume a role", "prod Api", "GetTerm/Role", Set(
            "/Properties/AssumeRolePolicyDocument/Statement/0/Condition", """{"StringEquals":{"aws:SourceAccount":"111122223333"}}""")),
        new("A function may write its log in another Region only", "prod Api", "GetTerm/Role", Set(
            $"{Statements}/0/Condition", """{"StringEquals":{"aws:RequestedRegion":"eu-west-1"}}""")),
        new("Whoever deploys needs a second factor, which no workflow has", "full Deployment", "Deploy/Role/Resource", Set(
            $"{Statements}/0/Condition", """{"Bool":{"aws:MultiFactorAuthPresent":"true"}}""")),
        new("A session of a function's role lasts half a day", "prod Api", "GetTerm/Role", Set("/Properties/MaxSessionDuration", "43200")),
        new("A role is nobody's", "prod Api", "", Set(
            "/Resources/Backdoor",
            """{"Type":"AWS::IAM::Role","Properties":{"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":"lambda.amazonaws.com"}}]},"Tags":[{"Key":"application","Value":"lexicon"},{"Key":"stage","Value":"prod"}],"Description":"x","Policies":[{"PolicyName":"x","PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::other/x"}]}}]}}""")),
        new("A policy is in the language of 2008", "prod Site", "Deployment/Role", Set("/Properties/Policies/0/PolicyDocument/Version", "\"2008-10-17\"")),
        new("A waiver accepts more than was found", "prod Api", "ListGlossaries/Role", Add(
            "/Metadata/cdk_nag/rules_to_suppress/0/applies_to", "\"Action::dynamodb:*\"")),
        new("A waiver accepts all of a rule", "prod Site", "Deployment/Role", Remove("/Metadata/cdk_nag/rules_to_suppress/0/applies_to")),
        new("A waiver has no reason", "prod Data", "Readers/Pool/Resource", Set("/Metadata/cdk_nag/rules_to_suppress/0/reason", "\"n/a\"")),
        new("Any environment's session may be tagged", "full Deployment", "Deploy/Role/Resource", Set(
            "/Properties/AssumeRolePolicyDocument/Statement/0/Action", """["sts:AssumeRoleWithWebIdentity","sts:TagSession"]""")),
    ];
}
