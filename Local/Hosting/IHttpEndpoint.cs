using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Hosting;

/// <summary>What answers on one of the <see cref="Endpoints"/>.</summary>
internal interface IHttpEndpoint
{
    /// <summary>Answers one request in full; an exception that escapes is logged and answered with 500.</summary>
    Task HandleAsync(HttpContext context);
}
