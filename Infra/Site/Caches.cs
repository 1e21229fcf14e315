using Amazon.CDK;
using Amazon.CDK.AWS.CloudFront;
using Constructs;
using Lexicon.Infra.Context;

namespace Lexicon.Infra.Site;

/// <summary>How long the edge keeps what may be kept at all, and what makes two requests the same.</summary>
internal sealed class Caches : Construct
{
    public Caches(Construct scope, string id, Options options)
        : base(scope, id)
    {
        Files = new CachePolicy(this, "Files", new CachePolicyProps
        {
            Comment = "Static files: for as long as they say",
            MinTtl = Duration.Seconds(0),
            DefaultTtl = Duration.Minutes(1),
            MaxTtl = Duration.Days(365),
            EnableAcceptEncodingGzip = true,
            EnableAcceptEncodingBrotli = true,
        });
        Images = new CachePolicy(this, "Images", new CachePolicyProps
        {
            Comment = "Images of terms: as long as they say, but at the edge an hour, since they can be removed",
            MinTtl = Duration.Seconds(0),
            DefaultTtl = Duration.Minutes(1),
            MaxTtl = Duration.Hours(1),
            EnableAcceptEncodingGzip = true,
            EnableAcceptEncodingBrotli = true,
        });
        Answers = new CachePolicy(this, "Answers", new CachePolicyProps
        {
            Comment = "Public answers of the API: only if they say so, by their whole query",
            MinTtl = Duration.Seconds(0),
            DefaultTtl = Duration.Seconds(0),
            MaxTtl = Duration.Hours(1),
            QueryStringBehavior = CacheQueryStringBehavior.All(),
            HeaderBehavior = AnsweredBy(options),
            EnableAcceptEncodingGzip = true,
            EnableAcceptEncodingBrotli = true,
        });
    }

    /// <summary>For pages.</summary>
    public CachePolicy Files { get; }

    /// <summary>
    /// For images. What is removed or replaced is gone everywhere within the hour, by a question that S3 answers with 304 or 404; see
    /// docs/decisions/0038-no-invalidation-of-answers.md.
    /// </summary>
    public CachePolicy Images { get; }

    /// <summary>For what the API answers anyone.</summary>
    public CachePolicy Answers { get; }

    // An answer names the origin that may read it.
    private static CacheHeaderBehavior AnsweredBy(Options options) =>
        options.AllowedOrigins.Count > 0 ? CacheHeaderBehavior.AllowList("Origin") : CacheHeaderBehavior.None();
}
