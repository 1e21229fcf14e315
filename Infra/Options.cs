namespace Lexicon.Infra;

/// <summary>What the context may ask for in either stage. Everything is off, or the simplest there is, unless it is asked for.</summary>
internal sealed record Options
{
    /// <summary>Where CloudFront's metrics, certificates and web ACLs live, and nowhere else.</summary>
    public const string GlobalRegion = "us-east-1";

    /// <summary><c>packaging</c>: Native AOT on <c>provided.al2023</c> instead of the managed runtime <c>dotnet10</c>.</summary>
    public bool IsNative { get; init; }

    /// <summary><c>architecture</c>: <c>arm64</c> instead of <c>x86_64</c>; never taken from the machine that synthesizes.</summary>
    public bool IsArm { get; init; }

    /// <summary><c>allowedOrigins</c>: other origins whose pages may call the API; none, since site and API share one.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary><c>apiKey</c>: every method asks for an API key, counted by a usage plan.</summary>
    public bool RequiresApiKey { get; init; }

    /// <summary><c>tableKey</c>: who owns the key that encrypts the table.</summary>
    public TableKey TableKey { get; init; }

    /// <summary><c>replicaRegions</c>: further Regions that hold the table.</summary>
    public IReadOnlyList<string> ReplicaRegions { get; init; } = [];

    /// <summary><c>contributorInsights</c>: CloudWatch counts the most read and the most throttled keys of the table.</summary>
    public bool ContributorInsights { get; init; }

    /// <summary><c>threatProtection</c>: Amazon Cognito refuses stolen passwords and risky sign-ins, in its paid tier.</summary>
    public bool ProtectsFromThreats { get; init; }

    /// <summary><c>domainName</c> with <c>hostedZoneId</c> and <c>hostedZoneName</c>: the site's own name.</summary>
    public SiteDomain? Domain { get; init; }

    /// <summary><c>waf</c>: web ACLs before the distribution and before the API's stage.</summary>
    public bool HasFirewall { get; init; }

    /// <summary><c>allowedCountries</c>: ISO 3166-1 alpha-2 codes of the only countries that the site answers; all, if empty.</summary>
    public IReadOnlyList<string> AllowedCountries { get; init; } = [];

    /// <summary><c>dataEvents</c>: a CloudTrail trail of every read and write of the table and the buckets.</summary>
    public bool RecordsDataEvents { get; init; }

    /// <summary><c>githubRepository</c> with <c>githubIssuer</c>: the repository whose workflows may deploy; none, if null.</summary>
    public GitHubRepository? GitHubRepository { get; init; }

    /// <summary>Reads all of them.</summary>
    /// <exception cref="RefusedContextException">A value cannot be, or not in this Region.</exception>
    public static Options Read(Context context, string region)
    {
        var tableKey = context.OneOf("tableKey") switch
        {
            "aws-managed" => TableKey.AwsManaged,
            "customer-managed" => TableKey.CustomerManaged,
            _ => TableKey.AwsOwned,
        };
        var options = new Options
        {
            IsNative = context.OneOf("packaging") == "native",
            IsArm = context.OneOf("architecture") == "arm64",
            AllowedOrigins = context.List("allowedOrigins"),
            RequiresApiKey = context.Flag("apiKey"),
            TableKey = tableKey,
            ReplicaRegions = Regions.ReadReplicas(context, region, tableKey),
            ContributorInsights = context.Flag("contributorInsights"),
            ProtectsFromThreats = context.Flag("threatProtection"),
            Domain = SiteDomain.Read(context),
            HasFirewall = context.Flag("waf"),
            AllowedCountries = context.List("allowedCountries"),
            RecordsDataEvents = context.Flag("dataEvents"),
            GitHubRepository = GitHubRepository.Read(context),
        };

        return region == GlobalRegion || options.NamesOfGlobalOptions() is not { } names
            ? options
            : throw new RefusedContextException($"Context {names} needs region={GlobalRegion}; it is '{region}'.");
    }

    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html and
    // https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html.
    private string? NamesOfGlobalOptions() =>
        Domain is not null ? "domainName" : HasFirewall ? "waf" : null;
}
