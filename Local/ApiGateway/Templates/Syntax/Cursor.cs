namespace Lexicon.Local.ApiGateway.Templates.Syntax;

/// <summary>A place in a template that is read.</summary>
internal sealed class Cursor(string text)
{
    // Deeper than any template that a person writes, and not so deep that it ends the runner.
    private const int DeepestNesting = 50;

    private int _depth;

    /// <summary>The whole text.</summary>
    public string Text => text;

    /// <summary>Where it is read.</summary>
    public int Position { get; set; }

    /// <summary>Whether nothing is left.</summary>
    public bool IsAtEnd => Position >= text.Length;

    /// <summary>The next character; the character zero at the end.</summary>
    public char Next => At(0);

    /// <summary>A character further on; the character zero beyond the end.</summary>
    public char At(int offset) => Position + offset < text.Length ? text[Position + offset] : '\0';

    /// <summary>Whether a text comes next.</summary>
    public bool Sees(string expected) => string.CompareOrdinal(text, Position, expected, 0, expected.Length) is 0;

    /// <summary>Takes a text if it comes next.</summary>
    public bool Take(string expected)
    {
        if (!Sees(expected))
        {
            return false;
        }

        Position += expected.Length;
        return true;
    }

    /// <summary>Takes a text that must come next.</summary>
    public void Expect(string expected)
    {
        if (!Take(expected))
        {
            throw Mistake($"'{expected}' is expected");
        }
    }

    /// <summary>Takes what a condition holds for.</summary>
    public string TakeWhile(Func<char, bool> condition)
    {
        var start = Position;
        while (!IsAtEnd && condition(text[Position]))
        {
            Position++;
        }

        return text[start..Position];
    }

    /// <summary>Takes the name of a variable or a member: a letter, then letters, digits, hyphens and underscores.</summary>
    public string TakeName() =>
        IsNameStart(Next) ? TakeWhile(static character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_') : "";

    /// <summary>Whether a name can begin with a character.</summary>
    public static bool IsNameStart(char character) => char.IsAsciiLetter(character) || character is '_';

    /// <summary>Passes blanks and line ends.</summary>
    public void SkipSpace() => TakeWhile(static character => character is ' ' or '\t' or '\r' or '\n');

    /// <summary>Passes blanks up to a line end and the line end, if there is nothing else before it.</summary>
    public void SkipLineEnd()
    {
        var start = Position;
        TakeWhile(static character => character is ' ' or '\t');
        if (!Take("\r\n") && !Take("\n") && !Take("\r"))
        {
            Position = start;
        }
    }

    /// <summary>Reads what is nested one deeper.</summary>
    public T Nested<T>(Func<T> read)
    {
        if (++_depth > DeepestNesting)
        {
            throw Mistake("it is nested too deeply");
        }

        try
        {
            return read();
        }
        finally
        {
            _depth--;
        }
    }

    /// <summary>What is wrong here.</summary>
    public TemplateException Mistake(string what)
    {
        var before = text.AsSpan(0, Math.Min(Position, text.Length));
        return new($"the template is not valid in line {before.Count('\n') + 1}: {what}");
    }
}
