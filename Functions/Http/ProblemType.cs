using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Http;

/// <summary>A kind of problem (RFC 9457): what the failures of one kind are answered with.</summary>
/// <param name="Name">The last part of its URI, and the name of its page in docs/problems.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">The kind in words.</param>
internal sealed record ProblemType(string Name, int Status, string Title)
{
    /// <summary>A reference, resolved against the address of the API.</summary>
    public string Uri => $"/problems/{Name}";

    /// <summary>The one place that says how each failure is answered.</summary>
    public static ProblemType Of(FailureKind kind) => kind switch
    {
        FailureKind.InvalidParameter => new("invalid-parameter", 400, "A parameter has a value that it cannot have"),
        FailureKind.InvalidCursor => new("invalid-cursor", 400, "The cursor does not belong to this query"),
        FailureKind.InvalidHeader => new("invalid-header", 400, "A header has a value that it cannot have"),
        FailureKind.MalformedBody => new("malformed-body", 400, "The body is not JSON of the expected shape"),
        FailureKind.InvalidContent => new("invalid-content", 400, "The body breaks rules"),
        FailureKind.Unauthenticated => new("unauthenticated", 401, "Nobody is signed in"),
        FailureKind.NotFound => new("not-found", 404, "Not found"),
        FailureKind.GlossaryFull => new("glossary-full", 409, "The glossary is full"),
        FailureKind.AlreadyDecided => new("already-decided", 409, "Somebody has decided it already"),
        FailureKind.StaleVersion => new("stale-version", 412, "It was changed in the meantime"),
        FailureKind.BodyTooLarge => new("body-too-large", 413, "The body is too large"),
        FailureKind.UnsupportedMediaType => new("unsupported-media-type", 415, "The body is not JSON"),
        FailureKind.IdempotencyKeyReused => new("idempotency-key-reused", 422, "The idempotency key belongs to another request"),
        FailureKind.PreconditionRequired => new("precondition-required", 428, "The version to replace is not named"),
        FailureKind.Busy => new("busy", 503, "Too busy"),
        FailureKind.DeletionUnfinished => new("deletion-unfinished", 503, "The deletion is not finished"),
        FailureKind.Unexpected or _ => new("unexpected", 500, "Something went wrong here"),
    };
}
