namespace Lexicon.Local.ApiGateway.Templates.Syntax;

/// <summary><c>#if</c>, <c>#elseif</c>, <c>#else</c>.</summary>
/// <param name="branches">The conditions with what they write.</param>
/// <param name="otherwise">What is written where none holds.</param>
internal sealed class IfNode(IReadOnlyList<(Expression Condition, Block Body)> branches, Block? otherwise) : Node
{
    public override Flow Render(Rendering rendering)
    {
        foreach (var (condition, body) in branches)
        {
            if (condition.IsTrue(rendering))
            {
                return body.Render(rendering);
            }
        }

        return otherwise?.Render(rendering) ?? Flow.Next;
    }
}
