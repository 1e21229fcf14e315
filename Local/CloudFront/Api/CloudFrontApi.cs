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
internal sealed class CloudFrontApi(
    Distributions distributions, Invalidations invalidations, IIdentities identities, TimeProvider time) : IAwsService
{
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
                Write(context, 200, DistributionXml.Page(Page<Distribution>.Of(
                    Authorized(caller, "ListDistributions", "*", distributions.All), one => one.Id, context.Request.Query))),
            ("GET", [CloudFrontXml.Version, "distribution", var id]) =>
                GetAsync(context, Find(caller, "GetDistribution", id)),
            ("GET", [CloudFrontXml.Version, "distribution", var id, "config"]) =>
                GetConfigAsync(context, Find(caller, "GetDistributionConfig", id)),
            ("POST", [CloudFrontXml.Version, "distribution", var id, "invalidation"]) =>
                CreateAsync(context, Find(caller, "CreateInvalidation", id)),
            ("GET", [CloudFrontXml.Version, "distribution", var id, "invalidation"]) =>
                ListAsync(context, Find(caller, "ListInvalidations", id)),
            ("GET", [CloudFrontXml.Version, "distribution", var id, "invalidation", var invalidation]) => Write(
                context,
                200,
                InvalidationXml.From(FindInvalidation(Find(caller, "GetInvalidation", id), invalidation), time.GetUtcNow())),
            var (method, _) => throw new CloudFrontException(
                501,
                "NotImplemented",
                $"{method} {context.Request.Path} is not supported here. CreateInvalidation, GetInvalidation, ListInvalidations, "
                + "GetDistribution, GetDistributionConfig and ListDistributions are; the templates declare what changes a distribution."),
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
        var (paths, reference) = InvalidationXml.ReadBatch(await ReadAsync(context));
        var created = invalidations.Create(distribution.Id, paths, reference);
        context.Response.Headers.Location =
            $"https://cloudfront.amazonaws.com/{CloudFrontXml.Version}/distribution/{distribution.Id}/invalidation/{created.Id}";
        await Write(context, 201, InvalidationXml.From(created, time.GetUtcNow()));
    }

    private Task ListAsync(HttpContext context, Distribution distribution) => Write(
        context,
        200,
        InvalidationXml.Page(
            Page<Invalidation>.Of(invalidations.For(distribution.Id), one => one.Id, context.Request.Query), time.GetUtcNow()));

    private Task GetAsync(HttpContext context, Distribution distribution)
    {
        context.Response.Headers.ETag = DistributionXml.ETagOf(distribution);
        return Write(context, 200, DistributionXml.From(distribution, invalidations.InProgress(distribution.Id)));
    }

    private static Task GetConfigAsync(HttpContext context, Distribution distribution)
    {
        context.Response.Headers.ETag = DistributionXml.ETagOf(distribution);
        return Write(context, 200, DistributionXml.Config(distribution));
    }

    private static async Task<XElement> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength is null or 0 && context.Features.Get<RequestPayload>()?.Body.Length is null or 0)
        {
            throw new CloudFrontException(
                400, "MissingBody", "This operation requires a body. Ensure that the body is present and the Content-Type header is set.");
        }

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
