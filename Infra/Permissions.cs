using Lexicon.Functions.Events;
using Lexicon.Functions.Images;
using Lexicon.Functions.Live;
using Lexicon.Functions.Modelling;
using Lexicon.Functions.Operations;
using Lexicon.Functions.Store;
using Lexicon.Infra.Security;

namespace Lexicon.Infra;

/// <summary>
/// What each operation may do, no more: exact actions, on the table or on one index, to items of exact kinds. A transaction needs
/// the permission of each action in it, see
/// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html; where its items are of two kinds,
/// one permission names both.
/// </summary>
internal static class Permissions
{
    private const string Get = "dynamodb:GetItem";
    private const string Put = "dynamodb:PutItem";
    private const string Update = "dynamodb:UpdateItem";
    private const string Delete = "dynamodb:DeleteItem";
    private const string Check = "dynamodb:ConditionCheckItem";
    private const string Query = "dynamodb:Query";
    private const string BatchGet = "dynamodb:BatchGetItem";
    private const string BatchWrite = "dynamodb:BatchWriteItem";

    private const string GetObject = "s3:GetObject";
    private const string PutObject = "s3:PutObject";
    private const string DeleteObject = "s3:DeleteObject";
    private const string ListBucket = "s3:ListBucket";

    private const string Glossary = $"{Keys.GlossaryPrefix}*";
    private const string Reader = $"{Keys.ReaderPrefix}*";
    private const string Study = $"{Keys.StudyPrefix}*";
    private const string Ticket = $"{Keys.TicketPrefix}*";
    private const string Connection = $"{Keys.ConnectionPrefix}*";
    private const string Followers = $"{Keys.FollowersPrefix}*";

    private const string Report = $"{Keys.ReportPrefix}*";

    /// <summary>The permissions by operation.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<TablePermission>> All { get; } =
        new Dictionary<string, IReadOnlyList<TablePermission>>
        {
            [nameof(ListGlossaries)] = [OnIndex(TableSchema.PublicGlossaries, [], Query)],
            [nameof(GetGlossary)] = [On([Glossary], Get)],
            [nameof(ListTerms)] = [On([Glossary], Get, Query, BatchGet), OnIndex(TableSchema.TermsByName, [Glossary], Query)],
            [nameof(GetTerm)] = [On([Glossary], BatchGet)],
            [nameof(ListMyGlossaries)] = [On([Reader], Query), On([Glossary], BatchGet)],
            [nameof(GetMyGlossary)] = [On([Glossary], Get)],
            [nameof(ListMyTerms)] = [On([Glossary], Get, Query, BatchGet), OnIndex(TableSchema.TermsByName, [Glossary], Query)],
            [nameof(GetMyTerm)] = [On([Glossary], BatchGet)],
            [nameof(CreateGlossary)] = [On([Glossary, Reader], Put)],
            [nameof(UpdateGlossary)] = [On([Glossary], Get, Update)],
            [nameof(DeleteGlossary)] = [On([Glossary, Reader], Update, Delete), On([Glossary, Study], Query, BatchWrite)],
            [nameof(CreateTerm)] = [On([Glossary, Reader], Put, Update)],
            [nameof(UpdateTerm)] = [On([Glossary], BatchGet, Put, Delete)],
            [nameof(DeleteTerm)] = [On([Glossary], BatchGet, Update, Delete)],
            [nameof(RequestImageUpload)] = [On([Glossary], BatchGet)],
            [nameof(RemoveImage)] = [On([Glossary], BatchGet, Put)],
            [nameof(CheckImage)] = [On([Glossary], BatchGet, Put)],
            [nameof(ListDueTerms)] =
            [
                On([Glossary, Study], Query, BatchGet), On([Study], Update, Delete), OnIndex(TableSchema.ReviewsByDue, [Study], Query),
            ],
            [nameof(RecordReview)] = [On([Glossary, Reader, Study], BatchGet, Check, Put, Update)],
            [nameof(CreateLiveTicket)] = [On([Ticket], Put)],
            [nameof(CreateMyLiveTicket)] = [On([Ticket], Put)],
            [nameof(FileReport)] = [On([Glossary], BatchGet), On([Report, Keys.OpenReports], Put)],
            [nameof(ListReports)] = [On([Keys.OpenReports, Keys.HidingReports], Query), On([Glossary], BatchGet)],
            [nameof(DecideReport)] =
            [
                On([Report], Get), On([Glossary], BatchGet),
                On([Glossary, Report, Keys.OpenReports, Keys.HidingReports], Put, Delete),
            ],
            [nameof(GetOpenApi)] = [],
        };

    /// <summary>
    /// What the functions may do with the images, by function; of one that is not here, nothing. Who signs a form for an upload needs
    /// the permission of the upload.
    /// </summary>
    private static readonly Dictionary<string, IReadOnlyList<ImagesPermission>> Images = new()
    {
        [nameof(RequestImageUpload)] = [new(ImageKeys.UploadPrefix, PutObject)],
        [nameof(RemoveImage)] = [new(ImageKeys.PublishedPrefix, DeleteObject)],
        [nameof(DeleteTerm)] = [new(ImageKeys.PublishedPrefix, DeleteObject)],
        [nameof(DeleteGlossary)] = [new(ImageKeys.PublishedPrefix, DeleteObject)],

        // Who may not list is told that an upload which is gone is forbidden.
        [nameof(CheckImage)] =
        [
            new(ImageKeys.UploadPrefix, GetObject, DeleteObject, ListBucket), new(ImageKeys.PublishedPrefix, PutObject, DeleteObject),
        ],
    };

    /// <summary>What a function may do with the images.</summary>
    public static IReadOnlyList<ImagesPermission> OfImages(string name) => Images.GetValueOrDefault(name, []);

    /// <summary>Those of the WebSocket API's functions.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<TablePermission>> Live { get; } =
        new Dictionary<string, IReadOnlyList<TablePermission>>
        {
            [nameof(TakeLiveTicket)] = [On([Ticket], Delete)],
            [nameof(OpenConnection)] = [On([Connection], Put)],
            [nameof(CloseConnection)] = [On([Connection, Followers], Delete), On([Followers], Query)],
            [nameof(FollowGlossary)] = [On([Glossary, Connection], Get), On([Connection, Followers], Put, Delete), On([Followers], Query)],
            [nameof(UnfollowGlossary)] = [On([Connection], Get), On([Connection, Followers], Put, Delete), On([Followers], Query)],
            [nameof(RefuseMessage)] = [],
            [nameof(PublishChanges)] = [On([Glossary], Get), On([Followers], Query), On([Connection, Followers], Delete)],
        };

    /// <summary>What an operation may do: nothing, where the table does not say; <see cref="EnsureComplete"/> refuses that.</summary>
    public static IReadOnlyList<TablePermission> For(string operation) => All.GetValueOrDefault(operation, []);

    /// <summary>Checks that each operation has a line. A line for what is not a handler does not compile.</summary>
    /// <exception cref="IncompletePermissionsException">An operation has none.</exception>
    public static void EnsureComplete(IReadOnlyList<string> operations)
    {
        if (operations.FirstOrDefault(operation => !All.ContainsKey(operation)) is { } operation)
        {
            throw new IncompletePermissionsException(
                $"Infra/Permissions.cs does not say what {operation} may do: add [nameof({operation})] = [...].");
        }
    }

    private static TablePermission On(string[] leadingKeys, params string[] actions) => new(null, leadingKeys, actions);

    private static TablePermission OnIndex(TableIndex index, string[] leadingKeys, params string[] actions) =>
        new(index.Name, leadingKeys, actions);
}
