namespace Lexicon.Local.ApiGateway.Models;

/// <summary>What a schema finds wrong with a value.</summary>
/// <param name="Pointer">
/// Where it is: a JSON Pointer (https://www.rfc-editor.org/rfc/rfc6901), empty for the whole. API Gateway itself does not say it.
/// </param>
/// <param name="Text">What is wrong, in API Gateway's words.</param>
internal sealed record Mistake(string Pointer, string Text)
{
    /// <summary>Both, for a person.</summary>
    public override string ToString() => $"{(Pointer.Length == 0 ? "the body" : Pointer)}: {Text}";

    /// <summary>The same as seen from the object or array that has the value as a member or an item of this name.</summary>
    public Mistake Inside(string name) => this with
    {
        Pointer = $"/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}{Pointer}",
    };
}
