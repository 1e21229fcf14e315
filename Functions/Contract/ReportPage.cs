namespace Lexicon.Functions.Contract;

/// <summary>A page of reports that nobody has decided.</summary>
/// <param name="Items">The reports, the oldest first.</param>
/// <param name="NextCursor">The cursor of the next page; absent on the last one.</param>
public sealed record ReportPage(IReadOnlyList<ReportResponse> Items, string? NextCursor);
