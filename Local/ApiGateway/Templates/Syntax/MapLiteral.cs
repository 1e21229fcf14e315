using Lexicon.Local.ApiGateway.Templates.Values;

namespace Lexicon.Local.ApiGateway.Templates.Syntax;

/// <summary>A map such as <c>{"a": 1}</c>.</summary>
internal sealed class MapLiteral(IReadOnlyList<(Expression Key, Expression Value)> entries) : Expression
{
    public override object Evaluate(Rendering rendering)
    {
        var map = new JavaMap();
        foreach (var (key, value) in entries)
        {
            map.Put(JavaText.Of(key.Evaluate(rendering), rendering), value.Evaluate(rendering));
        }

        return map;
    }
}
