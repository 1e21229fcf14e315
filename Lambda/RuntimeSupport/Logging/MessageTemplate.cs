using System.Text;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>
/// A message with holes: <c>{Name}</c>, <c>{0}</c>, with a format behind a colon; <c>{{</c> and <c>}}</c> stand for braces.
/// Named holes take the values in their order, holes that are all numbers take them by number.
/// </summary>
internal sealed class MessageTemplate
{
    private readonly List<(string Literal, TemplateHole? Hole)> _parts = [];
    private readonly bool _byNumber;

    public MessageTemplate(string template)
    {
        Parse(template);
        var holes = Holes.ToList();
        _byNumber = holes.Count > 0 && holes.All(hole => hole.Number is not null);
    }

    public IEnumerable<TemplateHole> Holes => _parts.Where(part => part.Hole is not null).Select(part => part.Hole!);

    /// <summary>The holes that have a value, each with it.</summary>
    public IEnumerable<(TemplateHole Hole, object? Value)> Fill(object?[] values)
    {
        var order = 0;
        foreach (var hole in Holes)
        {
            var index = IndexOf(hole, ref order);
            if (index < values.Length)
            {
                yield return (hole, values[index]);
            }
        }
    }

    /// <summary>The message with its values; a hole without a value stays as it is.</summary>
    public string Render(object?[] values)
    {
        var text = new StringBuilder();
        var order = 0;
        foreach (var (literal, hole) in _parts)
        {
            text.Append(literal);
            if (hole is not null)
            {
                var index = IndexOf(hole, ref order);
                text.Append(index < values.Length ? hole.Format(values[index]) : hole.Source);
            }
        }

        return text.ToString();
    }

    private int IndexOf(TemplateHole hole, ref int order) => _byNumber ? hole.Number!.Value : order++;

    private void Parse(string template)
    {
        var literal = new StringBuilder();
        for (var at = 0; at < template.Length; at++)
        {
            var c = template[at];
            if (c is '{' or '}' && at + 1 < template.Length && template[at + 1] == c)
            {
                literal.Append(c);
                at++;
            }
            else if (c is '{' && template.IndexOf('}', at) is var end and > 0)
            {
                _parts.Add((literal.ToString(), TemplateHole.Parse(template[at..(end + 1)])));
                literal.Clear();
                at = end;
            }
            else
            {
                literal.Append(c);
            }
        }

        _parts.Add((literal.ToString(), null));
    }
}
