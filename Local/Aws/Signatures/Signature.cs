namespace Lexicon.Local.Aws.Signatures;

/// <summary>A Signature Version 4 as a request carries it, in the header <c>Authorization</c> or in the query.</summary>
internal sealed record Signature
{
    /// <summary>Who says to have signed.</summary>
    public required string AccessKeyId { get; init; }

    /// <summary>What it is valid for.</summary>
    public required CredentialScope Scope { get; init; }

    /// <summary>The names of the signed headers, lower case.</summary>
    public required IReadOnlyList<string> SignedHeaders { get; init; }

    /// <summary>The signature, 64 hexadecimal digits.</summary>
    public required string Value { get; init; }

    /// <summary>When it was made, as it stands in the request (<c>20260101T000000Z</c>).</summary>
    public required string Timestamp { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The session token that came along.</summary>
    public string? SessionToken { get; init; }

    /// <summary>For a presigned URL: how long it is valid.</summary>
    public TimeSpan? ValidFor { get; init; }

    /// <summary>Whether it stands in the query.</summary>
    public bool IsPresigned => ValidFor is not null;
}
