using System.Globalization;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>A hole of a message template.</summary>
/// <param name="Source">The hole as it was written, with its braces.</param>
/// <param name="Name">The name, without <c>@</c>.</param>
/// <param name="Specifier">The format of the value, if one was written.</param>
internal sealed record TemplateHole(string Source, string Name, string? Specifier)
{
    public int? Number { get; } =
        int.TryParse(Name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static TemplateHole Parse(string source)
    {
        var inner = source[1..^1].Trim().TrimStart('@');
        var colon = inner.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? new(source, inner, null) : new(source, inner[..colon].TrimEnd(), inner[(colon + 1)..]);
    }

    public string Format(object? value) => value switch
    {
        null => "",
        IFormattable formattable when Specifier is not null => FormatBySpecifier(formattable),
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private string FormatBySpecifier(IFormattable value)
    {
        try
        {
            return value.ToString(Specifier, CultureInfo.InvariantCulture);
        }
        catch (FormatException)
        {
            // A typing error in a template must not fail the invocation that logs it.
            return value.ToString(null, CultureInfo.InvariantCulture);
        }
    }
}
