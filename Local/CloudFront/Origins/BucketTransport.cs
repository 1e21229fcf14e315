using Lexicon.Local.CloudFront.Policies;
using Lexicon.Local.Iam;
using Lexicon.Local.S3;
using Lexicon.Local.S3.Protocol;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Lexicon.Local.CloudFront.Origins;

/// <summary>
/// An S3 origin: the bucket in this process. With origin access control CloudFront comes as its service principal, with the
/// distribution as <c>aws:SourceArn</c>, and the bucket policy decides; without it comes as nobody.
/// </summary>
internal sealed class BucketTransport(S3Service s3, string bucket, OriginAccessControl signing, string distributionArn)
    : IOriginTransport
{
    private static readonly Caller Service = Caller.Service("cloudfront.amazonaws.com");

    private readonly Dictionary<string, IReadOnlyList<string>> _conditions = new()
    {
        ["aws:SourceArn"] = [distributionArn],
        ["aws:SourceAccount"] = [Account.Id],
    };

    public async Task<OriginResponse> SendAsync(OriginRequest request, CancellationToken cancellation)
    {
        var signs = signing == OriginAccessControl.Always
            || (signing == OriginAccessControl.NoOverride && !request.Headers.ContainsKey("Authorization"));
        var answer = await s3.ExecuteAsync(Read(request) with
        {
            Caller = signs ? Service : Caller.Anonymous,
            Conditions = signs ? _conditions : [],
            Cancellation = cancellation,
        });
        var response = new OriginResponse(answer.Status, answer.Body, answer.Length, answer);
        foreach (var (name, values) in answer.Headers)
        {
            // S3's ids of the request stay between it and CloudFront.
            if (!name.StartsWith("x-amz-id", StringComparison.Ordinal) && !name.StartsWith("x-amz-request", StringComparison.Ordinal))
            {
                response.Headers[name] = values;
            }
        }

        return response;
    }

    private S3Request Read(OriginRequest request)
    {
        var read = new S3Request
        {
            Method = request.Method,
            Bucket = bucket,
            Query = new QueryCollection(QueryHelpers.ParseQuery(request.Query)),
            Headers = request.Headers,
            Body = request.Body ?? Stream.Null,
            Caller = Caller.Anonymous,
        };
        try
        {
            return read with { Key = S3Address.KeyOf(request.Path) };
        }
        catch (S3Exception fault)
        {
            return read with { Fault = fault };
        }
    }
}
