using System.Text.Json;

namespace Lexicon.Local.Aws.Patterns.Matchers;

/// <summary><c>true</c>, <c>false</c> or <c>null</c> in a list of values.</summary>
internal sealed class ExactLiteral(JsonTokenType literal) : ValueMatcher
{
    public override bool Matches(JsonElement value) => value.ValueKind == literal switch
    {
        JsonTokenType.True => JsonValueKind.True,
        JsonTokenType.False => JsonValueKind.False,
        _ => JsonValueKind.Null,
    };
}
