using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Aws.Api;

/// <summary>What differs between the services that speak an AWS JSON protocol.</summary>
internal sealed record AwsJsonProtocol
{
    /// <summary>The names in <c>X-Amz-Target</c>, before the dot.</summary>
    public required IReadOnlyList<string> Services { get; init; }

    /// <summary><c>application/x-amz-json-1.0</c> or <c>-1.1</c>, of every response.</summary>
    public required string ContentType { get; init; }

    /// <summary>The service's error for a target that does not name one of its operations.</summary>
    public required Func<string, AwsException> UnknownTarget { get; init; }

    /// <summary>The service's error for a body that cannot be read, with the reason.</summary>
    public required Func<string, AwsException> Unreadable { get; init; }

    /// <summary>How deep the JSON of a request may be nested.</summary>
    public int MaxDepth { get; init; } = 64;

    /// <summary>Refuses a request, by throwing, before its body is read.</summary>
    public Action<HttpContext> Admit { get; init; } = static _ => { };
}
