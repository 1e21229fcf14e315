namespace Lexicon.Local.CloudFront.Origins;

/// <summary>
/// Sends to an origin as often as its <c>ConnectionAttempts</c> say: whatever could not be connected, and GET and HEAD when the
/// origin does not respond in time
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html, "Origin
/// response timeout").
/// </summary>
internal static class OriginAttempts
{
    /// <summary>Returns the first response.</summary>
    /// <exception cref="OriginException">The last attempt failed, too.</exception>
    public static async Task<OriginResponse> SendAsync(Origin origin, OriginRequest request, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await origin.Transport.SendAsync(request, cancellation);
            }
            catch (OriginException failure) when (attempt < origin.ConnectionAttempts && MayRepeat(request, failure))
            {
                // Once more.
            }
        }
    }

    private static bool MayRepeat(OriginRequest request, OriginException failure) =>
        failure.NeverSent || (request is { Method: "GET" or "HEAD", Body: null } && failure.Status == 504);
}
