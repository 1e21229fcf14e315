namespace Lexicon.Local.ApiGateway.Definitions;

/// <summary>How many requests pass.</summary>
/// <param name="Rate">Requests per second that a bucket refills with.</param>
/// <param name="Burst">Requests that a full bucket holds.</param>
internal sealed record Throttle(double Rate, int Burst);
