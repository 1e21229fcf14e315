using Lexicon.Local.ApiGateway.Templates.Values;

namespace Lexicon.Local.ApiGateway.Templates.Syntax;

/// <summary>
/// A reference in text: its value, or its own source where it has none. A backslash before one that has a value makes it text
/// (https://velocity.apache.org/engine/1.7/user-guide.html#escaping-valid-vtl-references).
/// </summary>
/// <param name="reference">What is referred to.</param>
/// <param name="source">How it is written.</param>
/// <param name="isQuiet">Whether nothing is written where it has no value.</param>
/// <param name="backslashes">How many precede it.</param>
internal sealed class ReferenceNode(Reference reference, string source, bool isQuiet, int backslashes) : Node
{
    public override Flow Render(Rendering rendering)
    {
        var isThere = reference.TryEvaluate(rendering, out var value);
        if (!isThere && !isQuiet)
        {
            rendering.Write(new string('\\', backslashes) + source);
            return Flow.Next;
        }

        rendering.Write(new string('\\', backslashes / 2));
        rendering.Write(backslashes % 2 is 1 ? source : value is null ? "" : JavaText.Of(value, rendering));
        return Flow.Next;
    }
}
