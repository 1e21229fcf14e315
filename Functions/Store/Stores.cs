using System.Security.Cryptography;
using Amazon.DynamoDBv2;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Modelling;
using Lexicon.Functions.Images;

namespace Lexicon.Functions.Store;

/// <summary>
/// The stores of one table, wired together. Each is made when it is first asked for, the client with the first of them: a function
/// starts with what its operation needs, and nothing else.
/// </summary>
internal sealed class Stores(Func<IAmazonDynamoDB> client, string table, Func<IImageFiles> images, TimeProvider time)
{
    private readonly Backoff _backoff = new(time, Random.Shared.NextDouble);

    /// <summary>The time, and new ids.</summary>
    public Moments Moments { get; } = new(time, RandomNumberGenerator.Fill);

    /// <summary>The bucket with the images.</summary>
    public IImageFiles Images => field ??= images();

    public GlossaryStore Glossaries => field ??= new(Reads, Writes, Moments);

    public GlossaryRemoval Removal => field ??= new(Reads, Writes, Images, Moments);

    public TermStore Terms => field ??= new(Reads, Writes, Moments);

    public TermLists Lists => field ??= new(Reads, Glossaries);

    public ReviewStore Reviews => field ??= new(Reads, Writes, Moments);

    public LiveStore Live => field ??= new(Reads, Writes, Moments);

    public ReportStore Reports => field ??= new(Reads, Writes, Moments, Terms);

    public DueLists Due => field ??= new(Reads, Writes, Moments);

    private IAmazonDynamoDB Client => field ??= client();

    private TableReader Reads => field ??= new(Client, table, TableSchema.Key, _backoff);

    private TableWriter Writes => field ??= new(Client, table, _backoff);
}
