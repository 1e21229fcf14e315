namespace Lexicon.Local.CloudFront.Origins;

/// <summary>An origin of a distribution.</summary>
internal sealed record Origin
{
    /// <summary>Its domain name: the <c>Host</c> of the requests it gets.</summary>
    public required string DomainName { get; init; }

    /// <summary>Empty, or begins with a slash and does not end with one.</summary>
    public string Path { get; init; } = "";

    /// <summary>Headers that every request to it carries, instead of the viewer's.</summary>
    public IReadOnlyList<(string Name, string Value)> CustomHeaders { get; init; } = [];

    /// <summary>How long it may take to answer.</summary>
    public TimeSpan ResponseTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often it is tried.</summary>
    public int ConnectionAttempts { get; init; } = 3;

    /// <summary>What sends the requests.</summary>
    public required IOriginTransport Transport { get; init; }
}
