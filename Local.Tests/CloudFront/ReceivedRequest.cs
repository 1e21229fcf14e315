namespace Lexicon.Local.Tests.CloudFront;

/// <summary>A request as it reached the origin.</summary>
internal sealed record ReceivedRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body);
