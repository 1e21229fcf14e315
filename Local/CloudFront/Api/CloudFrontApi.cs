using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Lexicon.Local.Aws;
using Lexicon.Local.Aws.Signatures;
using Lexicon.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudFront.Api;

/// <summary>
/// CloudFront's API, restXml (https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Operations.html): invalidations, and
/// the distributions as they are. What would change a distribution is refused by name: the templates declare it.
/// </summary>
internal sealed class CloudFrontApi(Distributions distributions, Invalidations invalidations, IIdentities identities) : IAwsService
{
    private const int LargestPage = 100;

    public string SigningName => "cloudfront";

    public IEnumerable<string> Operations =>
        ["CreateInvalidation", "GetInvalidation", "ListInvalidations", "GetDistribution", "ListDistributions"];

    public AwsError InternalError => new(500, "ServiceError", "The service encountered an error.");

    public async Task HandleAsync(HttpContext context, Caller caller)
    {
        try
        {
            await RouteAsync(context, caller);
        }
        catch (CloudFrontException refusal)
        {
            await context.WriteAsync(ErrorProtocol.RestXml, new AwsError(refusal.Status, refusal.Code, refusal.Message));
        }
    }

    private Task RouteAsync(HttpContext context, Caller caller)
    {
        var path = context.Request.Path.ToString().Trim('/').Split('/');
        return (context.Request.Method, path) switch
        {
            ("GET", [CloudFrontXml.Version, "distribution"]) =>
                Write(context, 200, CloudFrontXml.From(Authorized(caller, "ListDistributions", "*", distributions.All))),
            ("GET", [CloudFrontXml.Version, "distribution", var id]) =>
                Write(context, 200, CloudFrontXml.From(Find(caller, "GetDistribution", id))),
            ("POST", [CloudFrontXml.Version, "distribution", var id, "invalidation"]) =>
                CreateAsync(context, Find(caller, "CreateInvalidation", id)),
            ("GET", [CloudFrontXml.Version, "distribution", var id, "invalidation"]) =>
                ListAsync(context, Find(caller, "ListInvalidations", id)),
            ("GET", [CloudFrontXml.Version, "distribution", var id, "invalidation", var invalidation]) => Write(
                context,
                200,
                CloudFrontXml.From(FindInvalidation(Find(caller, "GetInvalidation", id), invalidation))),
            var (method, _) => throw new CloudFrontException(
                501,
                "NotImplemented",
                $"{method} {context.Request.Path} is not supported here. CreateInvalidation, GetInvalidation, ListInvalidations, "
                + "GetDistribution and ListDistributions are; the templates declare what changes a distribution."),
        };
    }

    private Distribution Find(Caller caller, string operation, string id)
    {
        // Whoever may not ask does not learn what is there.
        var found = distributions.Find(id);
        return Authorized(caller, operation, Distribution.ArnOf(id), found) ?? throw CloudFrontException.NoSuchDistribution();
    }

    private Invalidation FindInvalidation(Distribution distribution, string id) =>
        invalidations.For(distribution.Id).FirstOrDefault(one => one.Id == id) ?? throw CloudFrontException.NoSuchInvalidation();

    private T Authorized<T>(Caller caller, string operation, string arn, T what)
    {
        var decision = identities.Authorize(new AccessRequest(caller, $"cloudfront:{operation}", arn));
        return decision.Allowed ? what : throw new CloudFrontException(403, "AccessDenied", decision.Message);
    }

    private async Task CreateAsync(HttpContext context, Distribution distribution)
    {
        var (paths, reference) = CloudFrontXml.ReadBatch(await ReadAsync(context));
        var created = invalidations.Create(distribution.Id, paths, reference);
        context.Response.Headers.Location =
            $"https://cloudfront.amazonaws.com/{CloudFrontXml.Version}/distribution/{distribution.Id}/invalidation/{created.Id}";
        await Write(context, 201, CloudFrontXml.From(created));
    }

    private Task ListAsync(HttpContext context, Distribution distribution)
    {
        var query = context.Request.Query;
        var marker = query["Marker"].ToString();
        var maximum = int.TryParse(query["MaxItems"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
            ? Math.Clamp(asked, 1, LargestPage)
            : LargestPage;
        var rest = invalidations.For(distribution.Id)
            .SkipWhile(one => marker.Length > 0 && one.Id != marker).Skip(marker.Length > 0 ? 1 : 0).ToList();
        return Write(context, 200, CloudFrontXml.Page([.. rest.Take(maximum)], marker, maximum, rest.Count > maximum));
    }

    private static async Task<XElement> ReadAsync(HttpContext context)
    {
        try
        {
            // The body of a signed request was read to check its signature.
            await using var body = context.Features.Get<RequestPayload>() is { } signed
                ? new MemoryStream(signed.Body.ToArray())
                : context.Request.Body;
            using var reader = XmlReader.Create(body, new XmlReaderSettings { Async = true, DtdProcessing = DtdProcessing.Prohibit });
            return await XElement.LoadAsync(reader, LoadOptions.None, context.RequestAborted);
        }
        catch (XmlException)
        {
            throw CloudFrontException.Malformed("The request body is not XML.");
        }
    }

    private static Task Write(HttpContext context, int status, XElement document)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/xml";
        context.Response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        return context.Response.WriteAsync(
            $"<?xml version=\"1.0\"?>\n{document.ToString(SaveOptions.DisableFormatting)}", context.RequestAborted);
    }
}
