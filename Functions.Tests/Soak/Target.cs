namespace Lexicon.Functions.Tests.Soak;

/// <summary>What a right request asks for.</summary>
internal sealed record Target(string Reader, string GlossaryId, string TermId, string Cursor);
