using Lexicon.Local.ApiGateway.Templates.Syntax;

namespace Lexicon.Local.ApiGateway.Templates;

/// <summary>
/// A mapping template in the Velocity Template Language
/// (https://velocity.apache.org/engine/1.7/vtl-reference.html), as API Gateway renders it
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings.html).
/// </summary>
internal sealed class Template
{
    private readonly Block _root;

    private Template(Block root) => _root = root;

    /// <summary>Reads a template.</summary>
    /// <exception cref="TemplateException">It is not valid.</exception>
    public static Template Parse(string text) => new(new TemplateReader(text).Read());

    /// <summary>The text that the template makes with these variables, each name without its dollar sign.</summary>
    /// <exception cref="TemplateException">It asks for what is not there, or for too much.</exception>
    public string Render(IReadOnlyDictionary<string, object?> variables)
    {
        var rendering = new Rendering(variables);
        _root.Render(rendering);
        return rendering.Text;
    }
}
