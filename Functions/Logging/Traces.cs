namespace Lexicon.Functions.Logging;

/// <summary>
/// The trace of the invocation, which Lambda and its clients keep in <c>_X_AMZN_TRACE_ID</c>
/// (https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html). The AWS SDK reads it there itself and sends it along
/// with each request.
/// </summary>
internal static class Traces
{
    private const string Root = "Root=";

    /// <summary>Its id; null without one.</summary>
    public static string? Current() => IdOf(Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID"));

    public static string? IdOf(string? header) => header?
        .Split(';', StringSplitOptions.TrimEntries)
        .FirstOrDefault(part => part.StartsWith(Root, StringComparison.Ordinal))?[Root.Length..];
}
