namespace Lexicon.Functions.Tests.Scenarios;

/// <summary>
/// What is measured of one operation: the class <c>Scenarios/{Operation}Scenario.cs</c>. An operation that only reads, and has no
/// parameters but those of its path and its page, needs none: <see cref="ReadScenario"/> is made from its row.
/// </summary>
internal interface IScenario
{
    /// <summary>
    /// Prepares what the operation needs and measures it. Of several measured calls the first is the one whose capacity counts; the
    /// requests and permissions of all of them do.
    /// </summary>
    Task RunAsync(MeasuredWorld world);
}
