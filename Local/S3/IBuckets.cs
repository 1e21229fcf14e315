using Lexicon.Local.S3.Protocol;

namespace Lexicon.Local.S3;

/// <summary>What other services use of S3.</summary>
internal interface IBuckets
{
    /// <summary>Whether the templates have a bucket with this name.</summary>
    bool HasBucket(string name);

    /// <summary>Handles a request that does not come over HTTP.</summary>
    /// <param name="request">The request, without its key.</param>
    /// <param name="path">The key as a URL has it: encoded, with a slash before it.</param>
    Task<S3Response> ExecuteAsync(S3Request request, string path);
}
