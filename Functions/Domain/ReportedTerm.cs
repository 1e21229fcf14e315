namespace Lexicon.Functions.Domain;

/// <summary>A report with the term as it is now; null where it is gone.</summary>
internal sealed record ReportedTerm(Report Report, Term? Term);
