using System.Collections;
using Constructs;

namespace Lexicon.Infra.Context;

/// <summary>
/// Everything that the context can ask for. An option is one property: the attribute has its name, its values and its words for
/// <c>docs/options.md</c>, the type says how it is read. Everything is off, or the simplest there is, unless it is asked for.
/// </summary>
internal sealed record Options
{
    /// <summary>Where CloudFront's metrics, certificates and web ACLs live, and nowhere else.</summary>
    public const string GlobalRegion = "us-east-1";

    // The first option: the others can depend on it (Read).
    [ContextOption("stage", "in `prod` data is kept and protected, logs stay for half a year, versions go live gradually",
        Values = ["dev", "prod"])]
    public string Stage { get; init; } = "dev";

    // CloudFront delivers access logs to buckets of no other Region than those that every account has from the start:
    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html and
    // https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html.
    [ContextOption("region", "a Region that an account has without asking for it; CloudFront delivers access logs to no other one",
        Values =
        [
            GlobalRegion, "us-east-2", "us-west-1", "us-west-2", "ca-central-1", "sa-east-1",
            "eu-central-1", "eu-north-1", "eu-west-1", "eu-west-2", "eu-west-3",
            "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-southeast-1", "ap-southeast-2",
        ])]
    public string Region { get; init; } = GlobalRegion;

    // A key that cdk bootstrap was given lets in whom IAM lets; one that it made itself lets in whoever may read the bucket:
    // https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-customizing.html.
    [ContextOption("bootstrapKey", "the ARN of the KMS key that `cdk bootstrap` was given for its bucket",
        Pattern = "^arn:aws:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$", MustBe = "the ARN of a key",
        Example = "arn:aws:kms:us-east-1:111122223333:key/1234abcd",
        Without = "a key of S3 or of the bootstrap")]
    public string? BootstrapKey { get; init; }

    [ContextOption("gatewayLogRole",
        "`existing`: the account has given API Gateway a role to log with in the Region, which it can only once",
        Values = ["new", "existing"])]
    public bool GatewayLogRoleExists { get; init; }

    [ContextOption("rollout",
        "`at-once`: in prod, too, a new version gets all requests at once and no alarm takes it back: for a repair that cannot wait",
        Values = ["gradual", "at-once"])]
    public bool RollsOutAtOnce { get; init; }

    [ContextOption("packaging", "the runtime `dotnet10`, or Native AOT on `provided.al2023`", Values = ["managed", "native"])]
    public bool IsNative { get; init; }

    [ContextOption("architecture", "the processor that the functions run on; never taken from the machine that synthesizes",
        Values = ["x86_64", "arm64"])]
    public bool IsArm { get; init; }

    [ContextOption("allowedOrigins", "other origins whose pages may call the API", Example = "https://example.org",
        Without = "the site's own pages only")]
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    [ContextOption("apiKey", "a key for programs that call the API itself, beside the site, counted and bounded by a usage plan",
        Without = "the site alone calls the API")]
    public bool HasProgramKey { get; init; }

    [ContextOption("originKey",
        "the number of the key that the distribution proves itself to the API with; the next number makes another one "
            + "([decision 24](decisions/0024-the-edge-proves-itself.md))",
        Pattern = "^[1-9][0-9]{0,3}$", MustBe = "a number from 1 to 9999", Example = "2", Without = "`1`")]
    public int OriginKey { get; init; } = 1;

    [ContextOption("tableKey", "whose key encrypts the table ([decision 12](decisions/0012-table-key.md))")]
    public TableEncryption TableEncryption { get; init; }

    [ContextOption("replicaRegions",
        "further Regions of the table; of a table that exists, one more or one less a deployment; not with `tableKey=customer-managed`",
        Pattern = "^[a-z]{2}(-[a-z]+)+-[0-9]$", MustBe = "a Region, such as eu-west-1", Example = "eu-west-1,ap-southeast-2",
        Without = "one Region")]
    public IReadOnlyList<string> ReplicaRegions { get; init; } = [];

    [ContextOption("contributorInsights", "CloudWatch counts the most read and the most throttled keys of the table and its index",
        Without = "not counted")]
    public bool ContributorInsights { get; init; }

    [ContextOption("threatProtection", "Amazon Cognito's paid tier refuses stolen passwords and risky sign-ins",
        Without = "the `ESSENTIALS` tier")]
    public bool ProtectsFromThreats { get; init; }

    [ContextOption("domainName", "the site's own name, with `hostedZoneId` and `hostedZoneName`; in `us-east-1` only",
        Example = "lexicon.example.com", Without = "CloudFront's name")]
    public string? DomainName { get; init; }

    [ContextOption("hostedZoneId", "the id of the Route 53 zone that the site's own name is in",
        Example = "Z0123456789ABCDEFGHIJ", Without = "CloudFront's name")]
    public string? HostedZoneId { get; init; }

    [ContextOption("hostedZoneName", "the name of that zone", Example = "example.com", Without = "CloudFront's name")]
    public string? HostedZoneName { get; init; }

    [ContextOption("waf", "web ACLs before the distribution and before the API's stage; in `us-east-1` only", Without = "no web ACL")]
    public bool HasFirewall { get; init; }

    [ContextOption("allowedCountries", "the only countries that the site answers, such as `SE,NO`",
        Pattern = "^[A-Z]{2}$", MustBe = "two capital letters, such as SE", Example = "SE,NO", Without = "every country")]
    public IReadOnlyList<string> AllowedCountries { get; init; } = [];

    [ContextOption("dataEvents", "CloudTrail records who read and wrote data in the table and the buckets", Without = "not recorded")]
    public bool RecordsDataEvents { get; init; }

    // Tokens of a repository that was created, renamed or transferred since 15 July 2026, or asked for it, have the ids in their subject:
    // https://github.blog/changelog/2026-04-23-immutable-subject-claims-for-github-actions-oidc-tokens.
    [ContextOption("githubRepository",
        "the repository whose workflows may deploy, as its tokens name it: `owner/name`, `owner@ID/name@ID`, or both while it changes",
        Pattern = "^[A-Za-z0-9-]+(/[A-Za-z0-9._-]+|@[0-9]+/[A-Za-z0-9._-]+@[0-9]+)$", MustBe = "owner/name or owner@ID/name@ID",
        Example = "example/lexicon", Without = "no deploy role")]
    public IReadOnlyList<string> GitHubRepository { get; init; } = [];

    [ContextOption("githubIssuer",
        "`existing`: the account knows GitHub as an issuer of tokens already, which it can only once", Values = ["new", "existing"])]
    public bool GitHubIssuerExists { get; init; }

    [ContextOption("monthlyBudget", "US dollars a month, before the budget tells",
        Pattern = @"^(?=.*[1-9])[0-9]*\.?[0-9]*$", MustBe = "a positive number", Example = "12", Without = "20 in dev, 100 in prod")]
    public double? MonthlyBudget { get; init; }

    /// <summary>
    /// Whether CloudFormation can make a budget in the Region: the schemas of its resource types have none in these two. The budget of
    /// the account is not of a Region, so one that is made elsewhere counts the same.
    /// </summary>
    public bool HasBudget => Region is not ("eu-north-1" or "ap-northeast-3");

    /// <summary>The site's own name with its zone; null where the context gives none.</summary>
    public SiteDomain? Domain => DomainName is null ? null : new(DomainName, HostedZoneId!, HostedZoneName!);

    /// <summary>Reads all of them.</summary>
    /// <exception cref="RefusedContextException">A value cannot be, or not together with another one.</exception>
    public static Options Read(Node node)
    {
        var options = new Options();
        var stage = ContextOption.All[0];
        stage.Set(options, ContextText.From(stage.Name, node.TryGetContext(stage.Name)));

        // What the stage has, whoever deploys it, holds where the command line does not say otherwise.
        var ofStage = node.TryGetContext(ContextNames.OfStage(options.Stage)) as IDictionary;
        foreach (var option in ContextOption.All.Skip(1))
        {
            option.Set(options, ContextText.From(option.Name, node.TryGetContext(option.Name) ?? ofStage?[option.Name]));
        }

        OptionConflicts.Check(options);
        return options;
    }
}
