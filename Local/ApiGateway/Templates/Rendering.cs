using System.Text;
using Lexicon.Local.ApiGateway.Templates.Syntax;

namespace Lexicon.Local.ApiGateway.Templates;

/// <summary>
/// One rendering of a template: its variables and its output, both within bounds, so that no template can hold the runner up.
/// </summary>
/// <param name="given">The variables that are there at its beginning.</param>
internal sealed class Rendering(IReadOnlyDictionary<string, object?> given)
{
    private const int MostSteps = 2_000_000;
    private const int DeepestNesting = 20;

    // The most that API Gateway carries in either direction.
    private const int LongestText = 10 * 1024 * 1024;

    private readonly Dictionary<string, object?> _variables = new(given);
    private StringBuilder _output = new();
    private int _steps;
    private int _depth;

    /// <summary>What is written so far.</summary>
    public string Text => _output.ToString();

    /// <summary>The macros by name.</summary>
    public Dictionary<string, MacroDefinition> Macros { get; } = [];

    /// <summary>Writes a piece of the output.</summary>
    public void Write(string text)
    {
        if (_output.Length + text.Length > LongestText)
        {
            throw new TemplateException("the output is longer than 10 MB");
        }

        _output.Append(text);
    }

    /// <summary>Counts one step of work.</summary>
    public void Step()
    {
        if (++_steps > MostSteps)
        {
            throw new TemplateException("the template does not come to an end");
        }
    }

    /// <summary>A text is not made longer than the output may be.</summary>
    public static string Bounded(string text) =>
        text.Length > LongestText ? throw new TemplateException("a text is longer than 10 MB") : text;

    /// <summary>Whether a variable is there.</summary>
    public bool TryGet(string name, out object? value) => _variables.TryGetValue(name, out value);

    /// <summary>Sets a variable.</summary>
    public void Set(string name, object? value) => _variables[name] = value;

    /// <summary>Takes a variable away.</summary>
    public void Remove(string name) => _variables.Remove(name);

    /// <summary>What a block writes, as a text of its own.</summary>
    public string Capture(Block block)
    {
        var outer = _output;
        _output = new();
        try
        {
            Nested(block);
            return _output.ToString();
        }
        finally
        {
            _output = outer;
        }
    }

    /// <summary>Renders a block that a macro, a definition or a string stands for.</summary>
    public Flow Nested(Block block)
    {
        if (++_depth > DeepestNesting)
        {
            throw new TemplateException("macros or definitions call each other without an end");
        }

        try
        {
            return block.Render(this);
        }
        finally
        {
            _depth--;
        }
    }
}
