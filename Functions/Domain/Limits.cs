namespace Lexicon.Functions.Domain;

/// <summary>
/// Every limit of the API, in one place: the contract declares them and the handlers check them. Lengths of text are counted as it is
/// sent, with spaces around it, in UTF-16 code units as C# and JavaScript count them.
/// </summary>
/// <remarks>
/// A full page must fit into the 6 MB that Lambda takes for an answer
/// (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html), when every character is written as an escape:
/// 100 terms of at most 6,000 characters and 7 bytes each are 4.2 MB.
/// </remarks>
public static class Limits
{
    /// <summary>Characters in a glossary's title.</summary>
    public const int GlossaryTitle = 100;

    /// <summary>Characters in a glossary's description.</summary>
    public const int GlossaryDescription = 1_000;

    /// <summary>Characters in a term's name.</summary>
    public const int TermName = 100;

    /// <summary>Characters in a pronunciation.</summary>
    public const int Pronunciation = 100;

    /// <summary>Characters in a definition.</summary>
    public const int Definition = 2_000;

    /// <summary>References of a term.</summary>
    public const int References = 5;

    /// <summary>Characters in a reference's title.</summary>
    public const int ReferenceTitle = 120;

    /// <summary>Characters in a reference's address.</summary>
    public const int ReferenceUrl = 500;

    /// <summary>Tags of a term.</summary>
    public const int Tags = 10;

    /// <summary>Characters in a tag.</summary>
    public const int Tag = 40;

    /// <summary>Terms of a glossary.</summary>
    public const int TermsOfGlossary = 5_000;

    /// <summary>Items on a page when the request does not say.</summary>
    public const int PageByDefault = 20;

    /// <summary>Items on a page at most.</summary>
    public const int Page = 100;

    /// <summary>The quality of a review at least.</summary>
    public const int WorstQuality = 0;

    /// <summary>The quality of a review at most.</summary>
    public const int BestQuality = 5;

    /// <summary>Days to the next review at most: a century.</summary>
    public const int IntervalDays = 36_500;

    /// <summary>Glossaries that a list of due terms looks into when it is asked for all of them: the newest.</summary>
    public const int GlossariesStudied = 100;

    /// <summary>Characters in the remark of a report.</summary>
    public const int Remark = 500;

    /// <summary>Characters in the reason of a moderator's decision.</summary>
    public const int DecisionReason = 500;

    /// <summary>Characters in what names a moderator: an identity of a pool, or an ARN.</summary>
    public const int Moderator = 256;

    /// <summary>Bytes of an image.</summary>
    public const int ImageBytes = 5 * 1024 * 1024;

    /// <summary>Pixels of an image, which a browser has to keep in its memory.</summary>
    public const int ImagePixels = 25_000_000;

    /// <summary>Pixels of an image's longer side.</summary>
    public const int ImageSide = 8_192;

    /// <summary>Bytes of a request's body.</summary>
    public const int Body = 64 * 1024;

    /// <summary>Levels of nesting in a request's body.</summary>
    public const int BodyDepth = 8;

    /// <summary>Characters in a cursor.</summary>
    public const int Cursor = 1_000;

    /// <summary>Characters in an idempotency key.</summary>
    public const int IdempotencyKey = 255;

    /// <summary>Characters in a header that holds entity tags.</summary>
    public const int EntityTags = 1_000;

    /// <summary>Entity tags in a header.</summary>
    public const int EntityTagsInHeader = 20;

    /// <summary>Characters in the subject of a token; a user pool's are UUIDs.</summary>
    public const int Subject = 128;

    /// <summary>How long an idempotency key is remembered.</summary>
    public static readonly TimeSpan IdempotencyWindow = TimeSpan.FromHours(24);

    /// <summary>How long a report is kept that was decided and hides no term.</summary>
    public static readonly TimeSpan DecidedReport = TimeSpan.FromDays(90);
}
