namespace Lexicon.Functions.Domain;

/// <summary>The words for <see cref="Visibility"/>, in requests, answers and items.</summary>
internal static class VisibilityWords
{
    private const string Public = "public";
    private const string Private = "private";

    public static string ToWord(this Visibility visibility) => visibility is Visibility.Public ? Public : Private;

    public static Visibility? Read(string? word) => word switch
    {
        Public => Visibility.Public,
        Private => Visibility.Private,
        _ => null,
    };
}
