namespace Lexicon.Local.Debugging.Holding;

/// <summary>Which request is to wait next, and where.</summary>
/// <param name="Service">Whose pipeline.</param>
/// <param name="Step">Before which step.</param>
/// <param name="Filter">What must be in its method, path and query, or in the name of the function; empty: anything.</param>
internal sealed record HoldWish(string Service, string Step, string Filter)
{
    /// <summary>Whether a request at a step is the one that is wished for.</summary>
    public bool Matches(HoldPoint point) => point.Service == Service && point.Step == Step
        && point.What.Contains(Filter, StringComparison.OrdinalIgnoreCase);
}
