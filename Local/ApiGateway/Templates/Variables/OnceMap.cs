using Lexicon.Local.ApiGateway.Templates.Values;

namespace Lexicon.Local.ApiGateway.Templates.Variables;

/// <summary>
/// Parameters that a template overrides, each once
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-override-request-response-parameters.html).
/// </summary>
internal sealed class OnceMap : JavaMap
{
    public override object? Put(string key, object? value) => Has(key)
        ? throw new TemplateException($"'{key}' is overridden more than once")
        : base.Put(key, value);
}
