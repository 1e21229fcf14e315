using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Lexicon.Local.Tests.CloudFront;

/// <summary>An API that a test answers for, and that remembers what it was asked.</summary>
internal sealed class TestOrigin
{
    private readonly ConcurrentQueue<ReceivedRequest> _requests = new();

    /// <summary>How it answers.</summary>
    public RequestDelegate Answer { get; set; } = context => context.Response.WriteAsync("answer");

    /// <summary>What it was asked, in order.</summary>
    public IReadOnlyList<ReceivedRequest> Requests => [.. _requests];

    public async Task HandleAsync(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body);
        _requests.Enqueue(new(
            context.Request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await body.ReadToEndAsync()));
        await Answer(context);
    }
}
