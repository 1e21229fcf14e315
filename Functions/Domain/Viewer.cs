namespace Lexicon.Functions.Domain;

/// <summary>For whom something is read: anyone, who sees what is public, or one reader, who sees what is theirs.</summary>
internal readonly record struct Viewer(string? Reader)
{
    public static Viewer Anyone { get; }

    /// <summary>
    /// Readers see their own writes at once. Anyone else's view may be a moment old, at half the price
    /// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.ReadConsistency.html).
    /// </summary>
    public bool ReadsConsistently => Reader is not null;

    public bool Sees(Glossary glossary) => Reader is null ? glossary.Visibility is Visibility.Public : glossary.Owner == Reader;

    /// <summary>A term that moderators hid is its owner's alone.</summary>
    public bool Sees(Term term) => term.Hidden is null || Reader is not null;

    /// <summary>As whom the reader sees the terms of a glossary: as its owner, or as anyone.</summary>
    public Viewer In(Glossary glossary) => glossary.Owner == Reader ? this : Anyone;

    /// <summary>A reader may study what is theirs, and what anyone sees.</summary>
    public bool MayStudy(Glossary glossary) => glossary.Visibility is Visibility.Public || glossary.Owner == Reader;
}
