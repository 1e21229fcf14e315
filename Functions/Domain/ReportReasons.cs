namespace Lexicon.Functions.Domain;

/// <summary>Why a term can be reported.</summary>
internal static class ReportReasons
{
    public const string Wrong = "wrong";
    public const string Offensive = "offensive";
    public const string Spam = "spam";
    public const string Copyright = "copyright";
    public const string Other = "other";

    public static IReadOnlyList<string> All { get; } = [Wrong, Offensive, Spam, Copyright, Other];
}
