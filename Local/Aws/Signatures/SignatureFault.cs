namespace Lexicon.Local.Aws.Signatures;

/// <summary>What is wrong with a signature; each protocol has its own name and words for it.</summary>
internal enum SignatureFault
{
    /// <summary>There is none.</summary>
    Missing,

    /// <summary>A part of it is missing or malformed.</summary>
    Incomplete,

    /// <summary>A parameter of a presigned URL is missing or malformed.</summary>
    IncompleteQuery,

    /// <summary>There is one in the header and one in the query, to S3.</summary>
    Two,

    /// <summary>It is for another Region, to S3.</summary>
    WrongRegion,

    /// <summary>It is of Signature Version 2, which S3 takes of no bucket that is younger than June 2020.</summary>
    Outdated,

    /// <summary>The header that says how the body is signed is missing, to S3.</summary>
    MissingContentHash,

    /// <summary>The header that says how the body is signed has a value that it cannot have, to S3.</summary>
    InvalidContentHash,

    /// <summary>The access key does not exist.</summary>
    UnknownKey,

    /// <summary>The session token is not the one of the access key.</summary>
    WrongToken,

    /// <summary>The session is over.</summary>
    ExpiredToken,

    /// <summary>The clocks differ too much.</summary>
    Skewed,

    /// <summary>The presigned URL is no longer valid.</summary>
    ExpiredUrl,

    /// <summary>A header that must be signed is not.</summary>
    UnsignedHeader,

    /// <summary>It is another one than the secret would make of this request.</summary>
    Mismatch,

    /// <summary>The body is another one than the one that was signed.</summary>
    PayloadMismatch,

    /// <summary>The body is not in the chunked form that its header announces.</summary>
    MalformedPayload,
}
