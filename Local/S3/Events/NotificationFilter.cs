using Lexicon.Local.Aws;

namespace Lexicon.Local.S3.Events;

/// <summary>
/// Which changes a function or queue is told of
/// (https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-filtering.html).
/// </summary>
/// <param name="Id">What the configuration is called.</param>
/// <param name="Events">Such as <c>s3:ObjectCreated:*</c>.</param>
/// <param name="Prefix">How keys begin.</param>
/// <param name="Suffix">How keys end.</param>
internal sealed record NotificationFilter(string Id, IReadOnlyList<string> Events, string Prefix, string Suffix)
{
    /// <summary>Whether a change is one of them.</summary>
    public bool Matches(ObjectChange change) =>
        Events.Any(pattern => Wildcard.IsMatch(pattern, $"s3:{change.Event}"))
        && change.Key.StartsWith(Prefix, StringComparison.Ordinal)
        && change.Key.EndsWith(Suffix, StringComparison.Ordinal);
}
