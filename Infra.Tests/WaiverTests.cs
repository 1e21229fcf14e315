using System.Text.Json.Nodes;
using Lexicon.Functions;
using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests;

/// <summary>What the linters find and we accept: each on one resource, for one rule and for no more of it than was found.</summary>
public sealed class WaiverTests
{
    private const string Accepted = """
        Account GatewayLogging/Role: AwsSolutions-IAM5 Resource::arn:aws:logs:us-east-1:<AWS::AccountId>:log-group:* (dev, prod, full)
        Api DeadLetters/Queue/Resource: Serverless-SQSRedrivePolicy (dev, prod, full)
        Api Glossary/Api/{stage}/Resource: AwsSolutions-APIG3 (dev, prod)
        Api Rollout/Role: AwsSolutions-IAM5 Resource::* (prod, full)
        Api {method that anyone may call}: AwsSolutions-APIG4 (dev, prod, full)
        Api {method that anyone may call}: AwsSolutions-COG4 (dev, prod, full)
        Api {operation}/Role: AwsSolutions-IAM5 Resource::* (dev, prod, full)
        Api {operation}/Role: Serverless-LambdaStarPermissions (dev, prod, full)
        Data Custom::S3AutoDeleteObjectsCustomResourceProvider/Handler: Serverless-LambdaDLQ (dev)
        Data Custom::S3AutoDeleteObjectsCustomResourceProvider/Handler: Serverless-LambdaTracing (dev)
        Data Readers/Pool/Resource: AwsSolutions-COG2 (dev, prod, full)
        Data Readers/Pool/Resource: AwsSolutions-COG8 (dev, prod)
        Operations DataEvents/Events/Bucket/Resource: AwsSolutions-S1 (full)
        Operations Notifications/Email: Serverless-SNSRedrivePolicy (dev, prod, full)
        Site Custom::CDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C256MiB/Resource: AwsSolutions-L1 (dev, prod, full)
        Site Custom::CDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C256MiB/Resource: Serverless-LambdaDLQ (dev, prod, full)
        Site Custom::CDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C256MiB/Resource: Serverless-LambdaLatestVersion (dev, prod, full)
        Site Custom::CDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C256MiB/Resource: Serverless-LambdaTracing (dev, prod, full)
        Site Custom::S3AutoDeleteObjectsCustomResourceProvider/Handler: Serverless-LambdaDLQ (dev, prod, full)
        Site Custom::S3AutoDeleteObjectsCustomResourceProvider/Handler: Serverless-LambdaTracing (dev, prod, full)
        Site Deployment/Role: AwsSolutions-IAM5 Resource::<PagesBucket1F9960AC.Arn>/* (dev, prod, full)
        Site Deployment/Role: AwsSolutions-IAM5 Resource::arn:aws:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-us-east-1/*.zip (dev, prod, full)
        Site Edge/Distribution/Resource: AwsSolutions-CFR1 (dev, prod)
        Site Edge/Distribution/Resource: AwsSolutions-CFR2 (dev, prod)
        Site Edge/Distribution/Resource: AwsSolutions-CFR4 (dev, prod)
        """;

    private static readonly HashSet<string> s_operations = [.. Routes.All.Select(route => route.Operation)];

    private static readonly HashSet<string> s_forAnyone =
        [.. Routes.All.Where(route => route.Access == Access.Anyone).Select(route => route.Operation)];

    [Fact]
    public void Waivers_AreThese()
    {
        var waivers =
            from waiver in All()
            group waiver.Variant by $"{waiver.Place}: {waiver.Rule["id"]} {Intrinsics.Render(waiver.Rule["applies_to"])}".TrimEnd() into places
            select $"{places.Key} ({string.Join(", ", places.Distinct())})";

        Assert.Equal(Accepted.Split('\n'), waivers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryWaiver_SaysWhyInASentence() =>
        Assert.All(All(), waiver => Assert.Matches(@"^[A-Z].{40,}\.$", (string?)waiver.Rule["reason"]));

    private static IEnumerable<(string Variant, string Place, JsonNode Rule)> All() =>
        from variant in Stages.Variants
        from template in variant.Value.Templates
        from resource in template.Resources
        from rule in resource.Json["Metadata"]?["cdk_nag"]?["rules_to_suppress"]?.AsArray() ?? []
        select (variant.Key, $"{template.Stack} {Place(template, resource)}", rule);

    // What is alike, but for the operation or the stage that it is of, is one place.
    private static string Place(Template template, Resource resource)
    {
        if (s_forAnyone.Contains(resource.Text("OperationName")))
        {
            return "{method that anyone may call}";
        }

        return string.Join('/', template.PlaceOf(resource).Split('/').Select(part =>
            s_operations.Contains(part) ? "{operation}" : part.StartsWith("DeploymentStage.", StringComparison.Ordinal) ? "{stage}" : part));
    }
}
