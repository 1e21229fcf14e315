using Lexicon.Functions.Modelling;

namespace Lexicon.Functions.Tests.Modelling.Example;

/// <summary>A book that a reader has at home.</summary>
internal sealed record Loan(string Reader, string Isbn, LoanState State, DateTimeOffset DueAt, Revision Revision)
{
    public long Renewals { get; init; }

    public Shelf? Shelf { get; init; }

    /// <summary>From when nobody needs to know of it; null while it is out.</summary>
    public DateTimeOffset? ForgottenAt { get; init; }
}

internal enum LoanState
{
    Out,
    Returned,
}

/// <summary>Where the book belongs.</summary>
internal sealed record Shelf(string Room, long Number);
