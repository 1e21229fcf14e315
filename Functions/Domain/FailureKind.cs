namespace Lexicon.Functions.Domain;

/// <summary>Everything that an operation can refuse with. Each kind has a problem type, documented in docs/problems.</summary>
internal enum FailureKind
{
    /// <summary>Nobody is signed in.</summary>
    Unauthenticated,

    /// <summary>There is nothing here that this reader may know of.</summary>
    NotFound,

    /// <summary>A path or query parameter has a value that it cannot have.</summary>
    InvalidParameter,

    /// <summary>The cursor is not one that this query handed out.</summary>
    InvalidCursor,

    /// <summary>A header has a value that it cannot have.</summary>
    InvalidHeader,

    /// <summary>The body is not a JSON document of the expected shape.</summary>
    MalformedBody,

    /// <summary>The body has the expected shape, but values that break a rule.</summary>
    InvalidContent,

    /// <summary>The body is larger than <see cref="Limits.Body"/>.</summary>
    BodyTooLarge,

    /// <summary>The body is not said to be JSON.</summary>
    UnsupportedMediaType,

    /// <summary><c>If-Match</c> is missing.</summary>
    PreconditionRequired,

    /// <summary>The item has another version than <c>If-Match</c> says.</summary>
    StaleVersion,

    /// <summary>The glossary holds as many terms as it may.</summary>
    GlossaryFull,

    /// <summary>The report was decided otherwise, or by somebody else.</summary>
    AlreadyDecided,

    /// <summary>The idempotency key was used with another request.</summary>
    IdempotencyKeyReused,

    /// <summary>The glossary is gone from view, but not all of its terms are removed yet.</summary>
    DeletionUnfinished,

    /// <summary>The database cannot take the request now.</summary>
    Busy,

    /// <summary>A fault of ours.</summary>
    Unexpected,
}
