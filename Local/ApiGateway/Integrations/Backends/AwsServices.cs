namespace Lexicon.Local.ApiGateway.Integrations.Backends;

/// <summary>Where the services are that integrations call.</summary>
/// <param name="Address">The endpoint of all of them.</param>
/// <param name="Names">Their names in signatures, such as <c>dynamodb</c>.</param>
internal sealed record AwsServices(Uri Address, Func<IEnumerable<string>> Names);
