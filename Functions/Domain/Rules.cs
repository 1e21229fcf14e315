using Lexicon.Functions.Contract;

namespace Lexicon.Functions.Domain;

/// <summary>Checks the members of a body and collects all that is wrong with it, so that a reader is told once.</summary>
internal sealed class Rules
{
    private readonly List<MemberError> _errors = [];

    public Result<T> Check<T>(T draft) => _errors is [] ? draft : Failure.InvalidContent(_errors);

    public void Require(bool holds, string member, string rule)
    {
        if (!holds)
        {
            _errors.Add(new(member, rule));
        }
    }

    /// <summary>One line that must be there; spaces around it count towards its length and are taken off.</summary>
    public string Line(string member, string? text, int maximum) =>
        Bounded(member, text, maximum, PlainText.IsLine, "must be one line without control characters");

    /// <summary>Several lines that must be there.</summary>
    public string Text(string member, string? text, int maximum) =>
        Bounded(member, text, maximum, PlainText.IsText, "must hold no control characters but tabs and line breaks");

    /// <summary>
    /// What may be absent, by the rule for what must be there: <c>rules.Optional(rules.Line, ...)</c>; null where it is absent.
    /// </summary>
    public string? Optional(Func<string, string?, int, string> rule, string member, string? text, int maximum)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            return rule(member, text, maximum);
        }

        RequireLength(member, text, maximum);
        return null;
    }

    /// <summary>A list that may be absent, bounded.</summary>
    public IReadOnlyList<T> Items<T>(string member, IReadOnlyList<T>? items, int maximum)
    {
        var bounded = items ?? [];
        Require(bounded.Count <= maximum, member, $"must hold at most {maximum} items");
        return bounded.Count <= maximum ? bounded : [];
    }

    /// <summary>An id that must be there.</summary>
    public Ulid Id(string member, string? text)
    {
        Require(Ulid.TryParse(text, out var id), member, "must be a ULID");
        return id;
    }

    /// <summary>A whole number that must be there.</summary>
    public int Number(string member, int? number, int minimum, int maximum)
    {
        Require(number >= minimum && number <= maximum, member, $"must be a whole number from {minimum} to {maximum}");
        return number ?? minimum;
    }

    private string Bounded(string member, string? text, int maximum, Predicate<string> isPlain, string plain)
    {
        RequireLength(member, text, maximum);
        if (string.IsNullOrWhiteSpace(text))
        {
            Require(false, member, "must be there and not empty");
            return "";
        }

        var trimmed = text.Trim();
        Require(isPlain(trimmed), member, plain);
        return trimmed;
    }

    // As it was sent, so that the bound is one that a schema can tell.
    private void RequireLength(string member, string? text, int maximum) =>
        Require(text is null || text.Length <= maximum, member, $"must have at most {maximum} characters");
}
