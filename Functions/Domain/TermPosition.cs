namespace Lexicon.Functions.Domain;

/// <summary>
/// Where a term stands in a list by name: its name as it sorts, then its id, since names may repeat. The unit separator between
/// them sorts before every character of a name, so that "API" comes before "API Gateway".
/// </summary>
internal readonly record struct TermPosition(string Name, Ulid Id)
{
    public const char Separator = '\u001F';

    public static bool TryParse(string text, out TermPosition position)
    {
        position = default;
        var at = text.Length - Ulid.Length - 1;
        if (at <= 0 || at > Limits.TermName || text[at] != Separator || !Ulid.TryParse(text.AsSpan(at + 1), out var id))
        {
            return false;
        }

        position = new(text[..at], id);
        return PlainText.IsLine(position.Name) && SortText.Of(position.Name) == position.Name;
    }

    public override string ToString() => $"{Name}{Separator}{Id}";
}
