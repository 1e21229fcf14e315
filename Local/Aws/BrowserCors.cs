using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Aws;

/// <summary>
/// Cross-origin access for browsers, as Amazon Cognito gives it: any origin, no credentials (the Fetch standard's CORS
/// protocol). Nothing here is decided by a cookie but the sign-in pages, and those are not opened.
/// </summary>
internal static class BrowserCors
{
    /// <summary>Opens the response to other origins; true for a preflight request, which is handled here.</summary>
    public static bool Answered(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date";
        if (!HttpMethods.IsOptions(context.Request.Method))
        {
            return false;
        }

        headers.AccessControlAllowMethods = "GET,POST";
        headers.AccessControlAllowHeaders = context.Request.Headers.AccessControlRequestHeaders;
        headers.AccessControlMaxAge = "172800";
        return true;
    }
}
