using Lexicon.Local.Aws;
using Lexicon.Local.Aws.Signatures;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.ApiGateway.WebSockets.Management;

/// <summary>The management API at the API's own address, where a request must prove itself who signed it.</summary>
internal sealed class SignedManagement(ManagementApi api, SignatureVerifier verifier)
{
    /// <summary>Handles a request.</summary>
    public async Task HandleAsync(HttpContext context, ManagementPath path)
    {
        var signed = false;
        try
        {
            var signature = SignatureReader.Read(context.Request);
            signed = signature is not null;
            if (BrowserGuard.ReasonToRefuse(context.Request, signed) is { } why)
            {
                await ManagementErrors.WriteAsync(context, new(403, "AccessDeniedException", why));
                return;
            }

            var caller = await verifier.VerifyAsync(
                context.Request, signature ?? throw new SignatureException(SignatureFault.Missing));
            await api.HandleAsync(context, path, caller);
        }
        catch (SignatureException problem) when (!context.Response.HasStarted)
        {
            await ManagementErrors.WriteAsync(
                context, signed ? SignatureErrors.ErrorFor(problem, ErrorProtocol.RestJson) : ManagementErrors.NoMethod);
        }
    }
}
