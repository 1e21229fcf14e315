using Lexicon.Local.Aws;
using Lexicon.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Tests.Aws;

/// <summary>Answers who called and with what body; claims unsigned requests under one path.</summary>
internal sealed class EchoService(string name) : IAwsService
{
    public string SigningName => name;

    public bool Claims(HttpRequest request) => request.Path == $"/{name}";

    public async Task HandleAsync(HttpContext context, Caller caller)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        await context.Response.WriteAsync($"{name} {caller.Arn} {body}");
    }
}
