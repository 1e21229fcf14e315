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

    /// <summary>How long it may take to respond.</summary>
    public TimeSpan ResponseTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often it is tried.</summary>
    public int ConnectionAttempts { get; init; } = 3;

    /// <summary>What sends the requests.</summary>
    public required IOriginTransport Transport { get; init; }

    /// <summary>
    /// Sends as often as <see cref="ConnectionAttempts"/> permits: whatever could not be connected, and GET and HEAD when the origin
    /// does not respond in time
    /// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html, "Origin
    /// response timeout").
    /// </summary>
    /// <exception cref="OriginException">The last attempt failed, too.</exception>
    public async Task<OriginResponse> SendAsync(OriginRequest request, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Transport.SendAsync(request, cancellation);
            }
            catch (OriginException failure) when (attempt < ConnectionAttempts && MayRepeat(request, failure))
            {
                // Once more.
            }
        }
    }

    private static bool MayRepeat(OriginRequest request, OriginException failure) =>
        failure.NeverSent || (request is { Method: "GET" or "HEAD", Body: null } && failure.Status == 504);
}
