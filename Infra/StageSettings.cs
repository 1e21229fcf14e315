using Amazon.CDK;
using Amazon.CDK.AWS.Logs;
using Constructs;

namespace Lexicon.Infra;

/// <summary>All that differs by stage, and the only reader of context.</summary>
internal sealed record StageSettings
{
    /// <summary><c>dev</c> or <c>prod</c>: also the name of the API's stage.</summary>
    public required string Name { get; init; }

    /// <summary>The Region. CloudFront's metrics, certificates and web ACLs live in us-east-1 only, hence the default.</summary>
    public required string Region { get; init; }

    /// <summary>Whether readers' data outlives the stacks: kept and protected in prod, removed with them in dev.</summary>
    public required bool KeepsData { get; init; }

    /// <summary>Whether a reader may sign in by an API call with the password, as tests and the sample loader do.</summary>
    public required bool AllowsPasswordSignIn { get; init; }

    /// <summary>How long logs are kept.</summary>
    public required RetentionDays LogRetention { get; init; }

    /// <summary>The removal policy of whatever holds data.</summary>
    public RemovalPolicy RemovalOfData => KeepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;

    /// <summary>The settings that the context names: <c>stage</c> (default <c>dev</c>) and <c>region</c>.</summary>
    /// <exception cref="ArgumentException">There is no such stage.</exception>
    public static StageSettings Read(Node node)
    {
        var region = node.TryGetContext("region") as string ?? "us-east-1";
        var stage = node.TryGetContext("stage") as string ?? "dev";
        return stage switch
        {
            "dev" => Dev(region),
            "prod" => Prod(region),
            _ => throw new ArgumentException($"Context stage is '{stage}'; there are dev and prod."),
        };
    }

    private static StageSettings Dev(string region) => new()
    {
        Name = "dev",
        Region = region,
        KeepsData = false,
        AllowsPasswordSignIn = true,
        LogRetention = RetentionDays.ONE_WEEK,
    };

    private static StageSettings Prod(string region) => new()
    {
        Name = "prod",
        Region = region,
        KeepsData = true,
        AllowsPasswordSignIn = false,
        LogRetention = RetentionDays.SIX_MONTHS,
    };
}
