using System.Security.Cryptography;

namespace Lexicon.Local.SecretsManager;

/// <summary>
/// Makes values from the kinds of letters that are not excluded, at least one of each unless that is not asked for:
/// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetRandomPassword.html.
/// </summary>
/// <param name="Length">How many letters.</param>
/// <param name="Kinds">The kinds, each with its letters.</param>
/// <param name="RequiresEach">Whether a letter of each kind must be in it.</param>
internal sealed record RandomPassword(int Length, IReadOnlyList<string> Kinds, bool RequiresEach)
{
    /// <summary>A new value.</summary>
    public string Create()
    {
        var all = string.Concat(Kinds);
        char[] letters =
        [
            .. (RequiresEach ? Kinds : []).Select(kind => kind[RandomNumberGenerator.GetInt32(kind.Length)]),
            .. RandomNumberGenerator.GetItems<char>(all, Length - (RequiresEach ? Kinds.Count : 0)),
        ];
        RandomNumberGenerator.Shuffle(letters.AsSpan());
        return new string(letters);
    }
}
