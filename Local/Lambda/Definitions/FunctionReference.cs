namespace Lexicon.Local.Lambda.Definitions;

/// <summary>
/// A function as callers name it: <c>name</c>, <c>name:qualifier</c>, <c>ACCOUNT:function:name</c> or a full ARN, each with or
/// without a version or alias (https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html).
/// </summary>
internal readonly record struct FunctionReference(string Name, string? Qualifier)
{
    /// <summary>The ARN that the caller asked for.</summary>
    public string Arn => Account.Arn("lambda", Qualifier is null ? $"function:{Name}" : $"function:{Name}:{Qualifier}");

    /// <summary>Reads a reference; null when it is not one, or one of another account or Region.</summary>
    public static FunctionReference? Parse(string text)
    {
        string[] parts = text.Split(':');
        string[]? tail = parts switch
        {
            ["arn", "aws", "lambda", Account.Region, Account.Id, "function", .. var rest] => rest,
            [Account.Id, "function", .. var rest] => rest,
            ["function", .. var rest] => rest,
            _ => parts,
        };

        return tail switch
        {
            [{ Length: > 0 } name] => new(name, null),
            [{ Length: > 0 } name, { Length: > 0 } qualifier] => new(name, qualifier),
            _ => null,
        };
    }
}
