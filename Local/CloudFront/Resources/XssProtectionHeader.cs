namespace Lexicon.Local.CloudFront.Resources;

/// <summary><c>XSSProtection</c>.</summary>
internal sealed record XssProtectionHeader(bool Protection, bool Override, bool ModeBlock = false, string? ReportUri = null);
