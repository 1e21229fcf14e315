using System.Collections;
using System.Globalization;

namespace Lexicon.Infra.Context;

/// <summary>
/// The text of a value of the context. The command line gives texts; <c>cdk.json</c> can hold any JSON: <c>"waf": true</c> says the same
/// as <c>-c waf=true</c>, and a list the same as its items with commas in between.
/// </summary>
internal static class ContextText
{
    /// <summary>The text; empty where nothing is said.</summary>
    /// <exception cref="RefusedContextException">The value is an object.</exception>
    public static string From(string name, object? value) => value switch
    {
        null => "",
        string text => text.Trim(),
        bool flag => flag ? "true" : "false",
        IDictionary => throw new RefusedContextException($"Context option {name} is an object; it must be a text, or a list of texts."),
        IEnumerable items => string.Join(',', items.Cast<object?>().Select(item => From(name, item))),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
