using Amazon.CDK;
using Amazon.CDK.AWS.Logs;
using Constructs;
using Lexicon.Functions;
using Lexicon.Infra.Context;

namespace Lexicon.Infra;

/// <summary>All that differs by stage or by context: <see cref="Read"/> is the only reader of context.</summary>
internal sealed record StageSettings
{
    /// <summary><c>dev</c> or <c>prod</c>: also the name of the API's stage.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the stage in full, with which the names of its stacks begin: <c>Lexicon-dev</c>.</summary>
    public string StageName => $"Lexicon-{Name}";

    /// <summary>The Region. CloudFront's metrics, certificates and web ACLs live in us-east-1 only, hence the default.</summary>
    public string Region => Options.Region;

    /// <summary>What <c>cdk bootstrap</c> made in the Region.</summary>
    public Bootstrap Bootstrap { get; init; } = new(DefaultStackSynthesizer.DEFAULT_QUALIFIER, Context.Options.GlobalRegion);

    /// <summary>Whether readers' data outlives the stacks: kept and protected in prod, removed with them in dev.</summary>
    public required bool KeepsData { get; init; }

    /// <summary>Whether a reader may sign in by an API call with the password, as tests and the sample loader do.</summary>
    public required bool AllowsPasswordSignIn { get; init; }

    /// <summary>Whether a new version of a function first gets a tenth of the requests, and is rolled back on an alarm.</summary>
    public required bool DeploysGradually { get; init; }

    /// <summary>How long logs are kept.</summary>
    public required RetentionDays LogRetention { get; init; }

    /// <summary>How long access logs stay in their buckets: as long as every other log.</summary>
    public Duration LogLifetime => LogRetention switch
    {
        RetentionDays.ONE_WEEK => Duration.Days(7),
        RetentionDays.SIX_MONTHS => Duration.Days(180),
        var other => throw new InvalidOperationException($"Nothing says how many days {other} are."),
    };

    /// <summary>What may be spent in a month, in US dollars, before the budget tells.</summary>
    public required double MonthlyBudget { get; init; }

    /// <summary>What the API serves: the route table.</summary>
    public IReadOnlyList<Route> Routes { get; init; } = Functions.Routes.All;

    /// <summary>Those of the routes that a function handles.</summary>
    public IReadOnlyList<Route> Handled => [.. Routes.Where(route => route.HasFunction)];

    /// <summary>What deals with events: the table of reactions, each row with a function.</summary>
    public IReadOnlyList<Reaction> Reactions { get; init; } = Functions.Reactions.All;

    /// <summary>What the context asks for beyond the stage.</summary>
    public Options Options { get; init; } = new();

    /// <summary>The removal policy of whatever holds data.</summary>
    public RemovalPolicy RemovalOfData => KeepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;

    /// <summary>The settings of the stage that the context names, with the <see cref="Options"/> that it asks for.</summary>
    /// <exception cref="RefusedContextException">An option cannot be this; the message names it and says what it can be.</exception>
    public static StageSettings Read(Node node)
    {
        var options = Options.Read(node);
        var settings = options.Stage == "prod" ? Prod() : Dev();
        return settings with
        {
            Options = options,
            Bootstrap = Bootstrap.Read(node, options),
            MonthlyBudget = options.MonthlyBudget ?? settings.MonthlyBudget,
        };
    }

    private static StageSettings Dev() => new()
    {
        Name = "dev",
        KeepsData = false,
        AllowsPasswordSignIn = true,
        DeploysGradually = false,
        LogRetention = RetentionDays.ONE_WEEK,
        MonthlyBudget = 20,
    };

    private static StageSettings Prod() => new()
    {
        Name = "prod",
        KeepsData = true,
        AllowsPasswordSignIn = false,
        DeploysGradually = true,
        LogRetention = RetentionDays.SIX_MONTHS,
        MonthlyBudget = 100,
    };
}
