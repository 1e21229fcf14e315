using Lexicon.Local.ApiGateway.Templates;

namespace Lexicon.Local.ApiGateway.Integrations.Mapping;

/// <summary>
/// A template of an integration. As on AWS, one that is not valid is not a mistake of the deployment: the requests that need it fail.
/// </summary>
internal sealed class MappingTemplate
{
    private readonly Template? _template;
    private readonly TemplateException? _mistake;

    /// <summary>Reads it.</summary>
    public MappingTemplate(string text)
    {
        IsEmpty = text.Length is 0;
        try
        {
            _template = Template.Parse(text);
        }
        catch (TemplateException mistake)
        {
            _mistake = mistake;
        }
    }

    /// <summary>Whether there is nothing in it; then the body stays as it is.</summary>
    public bool IsEmpty { get; }

    /// <summary>What is wrong with it; null: nothing.</summary>
    public string? Mistake => _mistake?.Message;

    /// <summary>The text that it makes.</summary>
    public string Render(IReadOnlyDictionary<string, object?> variables) =>
        (_template ?? throw new TemplateException(_mistake!.Message)).Render(variables);
}
