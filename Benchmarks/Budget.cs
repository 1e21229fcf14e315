using System.Globalization;

namespace Lexicon.Benchmarks;

/// <summary>A figure that must not be exceeded.</summary>
internal sealed record Budget(string Name, double Limit, double Measured, string Unit)
{
    public bool IsMet => Measured <= Limit;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name}: **{Measured:0.0}{Unit}**, at most {Limit:0.#}{Unit}: {(IsMet ? "met" : "**exceeded**")}");
}
