namespace Lexicon.Functions.Contract;

/// <summary>That a report was taken. It is filed within moments.</summary>
/// <param name="RequestId">The id of the request, by which a moderator finds the report.</param>
public sealed record ReportReceipt(string RequestId);
