namespace Lexicon.Functions.Contract;

/// <summary>A page of reports: those that nobody has decided, or those that hide a term.</summary>
/// <param name="Items">The reports, the oldest first; those that hide a term the newest first.</param>
/// <param name="NextCursor">The cursor of the next page; absent on the last one.</param>
public sealed record ReportPage(IReadOnlyList<ReportResponse> Items, string? NextCursor);
