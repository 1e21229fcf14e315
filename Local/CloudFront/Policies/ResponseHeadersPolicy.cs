namespace Lexicon.Local.CloudFront.Policies;

/// <summary>
/// A response headers policy
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html): headers are
/// removed first, then added.
/// </summary>
internal sealed record ResponseHeadersPolicy
{
    /// <summary>Headers that are taken out of the origin's response.</summary>
    public IReadOnlyList<string> Removed { get; init; } = [];

    /// <summary>Security and custom headers.</summary>
    public IReadOnlyList<Header> Added { get; init; } = [];

    /// <summary>The CORS part, if there is one.</summary>
    public CorsPolicy? Cors { get; init; }

    /// <summary>How many of a hundred responses have CloudFront's <c>Server-Timing</c>; null: none has.</summary>
    public double? ServerTimingRate { get; init; }

    /// <summary>One header that is added.</summary>
    /// <param name="Name">The header's name.</param>
    /// <param name="Value">The header's value.</param>
    /// <param name="Override">Whether it replaces the origin's.</param>
    internal sealed record Header(string Name, string Value, bool Override);

    /// <summary>The CORS part.</summary>
    internal sealed record CorsPolicy
    {
        public required IReadOnlyList<string> Origins { get; init; }

        public IReadOnlyList<string> Methods { get; init; } = [];

        public IReadOnlyList<string> Headers { get; init; } = [];

        public IReadOnlyList<string> ExposedHeaders { get; init; } = [];

        public bool Credentials { get; init; }

        public int? MaxAge { get; init; }

        /// <summary>Whether it replaces the origin's own CORS headers.</summary>
        public bool Override { get; init; }
    }
}
