namespace Lexicon.Local.ApiGateway.Templates.Syntax;

/// <summary>
/// Reads references: <c>$name</c>, <c>$!name</c>, <c>${name}</c>, with members, methods and indexes
/// (https://velocity.apache.org/engine/1.7/user-guide.html#references).
/// </summary>
internal sealed class ReferenceReader(Cursor cursor, ExpressionReader expressions)
{
    /// <summary>The reference that comes next, if one does; nothing is taken otherwise.</summary>
    public (Reference Reference, bool IsQuiet)? TryRead()
    {
        var start = cursor.Position;
        if (!cursor.Take("$"))
        {
            return null;
        }

        var isQuiet = cursor.Take("!");
        var isFormal = cursor.Take("{");
        var name = cursor.TakeName();
        if (name.Length > 0)
        {
            var steps = ReadSteps();
            if (!isFormal || cursor.Take("}"))
            {
                return (new(name, steps), isQuiet);
            }
        }

        cursor.Position = start;
        return null;
    }

    private List<ReferenceStep> ReadSteps()
    {
        List<ReferenceStep> steps = [];
        while (TryReadStep() is { } step)
        {
            steps.Add(step);
        }

        return steps;
    }

    private ReferenceStep? TryReadStep()
    {
        var start = cursor.Position;
        if (cursor.Next is '.' && char.IsAsciiLetter(cursor.At(1)))
        {
            cursor.Position++;
            var name = cursor.TakeName();
            return new(name, cursor.Take("(") ? cursor.Nested(() => expressions.ReadList(")")) : null);
        }

        if (cursor.Take("["))
        {
            try
            {
                if (cursor.Nested(() => expressions.ReadList("]")) is [var index])
                {
                    return new(null, [index]);
                }
            }
            catch (TemplateException)
            {
                // It is a bracket of the text.
            }

            cursor.Position = start;
        }

        return null;
    }
}
