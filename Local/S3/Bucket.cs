using System.Text.Json.Nodes;
using Lexicon.Local.S3.Events;
using Lexicon.Local.S3.Storage;

namespace Lexicon.Local.S3;

/// <summary>A provisioned bucket: what its template declares, and its objects.</summary>
internal sealed class Bucket(string name, ObjectStore store, MultipartUploads uploads)
{
    /// <summary>The bucket's name.</summary>
    public string Name => name;

    /// <summary>The bucket's ARN.</summary>
    public string Arn => ArnOf(name);

    /// <summary>Its objects.</summary>
    public ObjectStore Store => store;

    /// <summary>Its unfinished multipart uploads.</summary>
    public MultipartUploads Uploads => uploads;

    /// <summary>When the bucket was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The rules for requests of other origins' pages.</summary>
    public IReadOnlyList<CorsRule> Cors { get; init; } = [];

    /// <summary>Reports what happens to its objects; null where the template names nobody.</summary>
    public BucketEvents? Events { get; set; }

    /// <summary>The bucket policy, if there is one.</summary>
    public JsonNode? Policy { get; set; }

    /// <summary>Whether anonymous callers are denied, whatever the policy allows (<c>RestrictPublicBuckets</c>).</summary>
    public bool RestrictsPublicAccess { get; init; }

    /// <summary>Whether a policy that lets anyone in is refused (<c>BlockPublicPolicy</c>).</summary>
    public bool BlocksPublicPolicy { get; init; }

    /// <summary>The ARN of a bucket.</summary>
    public static string ArnOf(string name) => $"arn:aws:s3:::{name}";
}
