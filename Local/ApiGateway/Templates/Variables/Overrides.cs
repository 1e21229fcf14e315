using System.Globalization;
using Lexicon.Local.ApiGateway.Templates.Values;

namespace Lexicon.Local.ApiGateway.Templates.Variables;

/// <summary>
/// What the templates of one request override: <c>$context.requestOverride</c> and <c>$context.responseOverride</c>
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-override-request-response-parameters.html).
/// </summary>
internal sealed class Overrides
{
    /// <summary>The variables, empty.</summary>
    public Overrides()
    {
        Request.Put("header", RequestHeaders);
        Request.Put("path", RequestPath);
        Request.Put("querystring", RequestQuery);
        Response.Put("header", ResponseHeaders);
    }

    /// <summary><c>$context.requestOverride</c>.</summary>
    public JavaMap Request { get; } = new() { MissingIsEmpty = true };

    /// <summary><c>$context.responseOverride</c>.</summary>
    public OnceMap Response { get; } = new() { MissingIsEmpty = true };

    /// <summary>Headers for the integration.</summary>
    public OnceMap RequestHeaders { get; } = new() { MissingIsEmpty = true };

    /// <summary>Path parameters for the integration.</summary>
    public OnceMap RequestPath { get; } = new() { MissingIsEmpty = true };

    /// <summary>Query parameters for the integration.</summary>
    public OnceMap RequestQuery { get; } = new() { MissingIsEmpty = true };

    /// <summary>Headers for the client.</summary>
    public OnceMap ResponseHeaders { get; } = new() { MissingIsEmpty = true };

    /// <summary>The status for the client; null: it is not overridden, or by what is not a status, which AWS ignores.</summary>
    public int? Status =>
        int.TryParse(Text(Response.Get("status")), NumberStyles.None, CultureInfo.InvariantCulture, out var status)
        && status is >= 200 and <= 599 ? status : null;

    /// <summary>The text of an overriding value.</summary>
    public static string Text(object? value) =>
        value is string text ? text : JavaText.Of(value, new Rendering(new Dictionary<string, object?>()));
}
