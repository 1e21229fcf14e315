namespace Lexicon.Functions.Store;

/// <summary>The names of the attributes that are not keys.</summary>
internal static class Attributes
{
    public const string Id = "id";
    public const string GlossaryId = "glossaryId";
    public const string Owner = "owner";
    public const string Title = "title";
    public const string Description = "description";
    public const string Visibility = "visibility";
    public const string TermCount = "termCount";
    public const string Name = "term";
    public const string Definition = "definition";
    public const string References = "references";
    public const string Url = "url";
    public const string Tags = "tags";
    public const string Image = "image";
    public const string Version = "version";
    public const string CreatedAt = "createdAt";
    public const string UpdatedAt = "updatedAt";

    /// <summary>The id of the last edit: a writer who got no answer recognises its own work by it.</summary>
    public const string Change = "change";

    /// <summary>When the deletion of a glossary began; from then on it does not exist for anyone.</summary>
    public const string DeletingAt = "deletingAt";

    /// <summary>Of an idempotency record: what the request was.</summary>
    public const string Fingerprint = "fingerprint";

    /// <summary>Of an idempotency record: the item that was created, as it was.</summary>
    public const string Created = "created";
}
