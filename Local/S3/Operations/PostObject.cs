using System.Text;
using System.Xml.Linq;
using Lexicon.Local.Iam;
using Lexicon.Local.S3.Posts;
using Lexicon.Local.S3.Protocol;
using Lexicon.Local.S3.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Lexicon.Local.S3.Operations;

/// <summary>
/// <c>PostObject</c>: an upload from a browser's form, under a policy that the signer of the form gave it
/// (https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html).
/// </summary>
internal sealed class PostObject(PostSignature signature, TimeProvider time)
{
    // Fields that describe the object, under the names of PutObject's headers.
    private static readonly string[] Headers =
    [
        "Cache-Control", "Content-Disposition", "Content-Encoding", "Content-Language", "Content-MD5", "Content-Type", "Expires",
    ];

    public async Task<S3Response> RunAsync(S3Call call)
    {
        var form = await PostForm.ReadAsync(call.Request);
        var caller = signature.Verify(form);

        // A form that nobody signed has the permissions of an anonymous caller.
        var policy = caller != Caller.Anonymous ? PostPolicy.Parse(form["policy"]!) : null;
        policy?.Check(form, call.Bucket.Name, time.GetUtcNow());

        // One byte more than allowed is enough to see that there is too much.
        var file = policy is null ? form.File : new BoundedStream(form.File, policy.Largest + 1);
        var put = call with
        {
            Request = call.Request with { Key = form.Key, Caller = caller, Headers = HeadersOf(form), Body = file, LacksLength = false },
        };
        put.DemandOnObject("s3:PutObject");
        var described = ObjectTags.Describe(put) with { Tags = await TagsAsync(put, form["tagging"]) };
        using var upload = await ObjectBody.ReceiveAsync(put);
        policy?.CheckSize(
            upload.Size <= policy.Largest ? upload.Size : upload.Size + await RestAsync(form.File, call.Request.Cancellation));
        var stored = put.Bucket.Store.Commit(upload, described with { ETag = upload.ETag, Checksum = upload.Checksum });
        put.ReportCreated(stored, "POST Object");
        return Answer(call, form, stored);
    }

    // A form has its tags as a document, not as a header has them.
    private static async Task<IReadOnlyList<ObjectTag>> TagsAsync(S3Call put, string? tagging)
    {
        if (tagging is null)
        {
            return [];
        }

        put.DemandOnObject("s3:PutObjectTagging");
        using var document = new MemoryStream(Encoding.UTF8.GetBytes(tagging));
        return ObjectTags.OfDocument(await S3Xml.ReadAsync(put.Request with { Body = document }, "Tagging"));
    }

    // S3 says how large the file is that is too large.
    private static async Task<long> RestAsync(Stream file, CancellationToken cancellation)
    {
        var buffer = new byte[64 * 1024];
        long rest = 0;
        while (await file.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            rest += read;
        }

        return rest;
    }

    // S3 ignores an address that it cannot read. A path alone is an address to .NET, that of a file.
    private static bool IsAddress(string? redirect) => redirect is not null
        && redirect.All(character => character is > ' ' and < '\u007F')
        && Uri.TryCreate(redirect, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    private static HeaderDictionary HeadersOf(PostForm form)
    {
        var headers = new HeaderDictionary();
        foreach (var (name, value) in form.Fields)
        {
            if (Headers.Contains(name, StringComparer.OrdinalIgnoreCase) || name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase))
            {
                headers[name] = value;
            }
        }

        if (form["acl"] is { } acl)
        {
            headers["x-amz-acl"] = acl;
        }

        return headers;
    }

    private static S3Response Answer(S3Call call, PostForm form, StoredObject stored)
    {
        var location = $"https://{call.Bucket.Name}.s3.{Account.Region}.amazonaws.com/{Uri.EscapeDataString(stored.Key)}";
        var redirect = form["success_action_redirect"] ?? form["redirect"];
        var response = (form["success_action_status"], IsAddress(redirect)) switch
        {
            (_, true) => new S3Response(303),
            ("200", _) => new S3Response(200),
            ("201", _) => S3Response.Xml(
                new XElement(
                    "PostResponse",
                    new XElement("Location", location),
                    new XElement("Bucket", call.Bucket.Name),
                    new XElement("Key", stored.Key),
                    new XElement("ETag", stored.ETag)),
                201),
            _ => new S3Response(204),
        };
        response.Headers.ETag = stored.ETag;
        ObjectHeaders.WriteEncryption(response.Headers);
        response.Headers.Location = response.Status == 303
            ? QueryHelpers.AddQueryString(
                redirect!, new Dictionary<string, string?> { ["bucket"] = call.Bucket.Name, ["key"] = stored.Key, ["etag"] = stored.ETag })
            : location;
        return response;
    }
}
