using System.Security.Cryptography;
using Amazon.DynamoDBv2;
using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Store;

/// <summary>
/// The stores of one table, wired together. Each is made when it is first asked for, the client with the first of them: a function
/// starts with what its operation needs, and nothing else.
/// </summary>
internal sealed class Stores(Func<IAmazonDynamoDB> client, string table, TimeProvider time)
{
    private readonly Backoff _backoff = new(time, Random.Shared.NextDouble);
    private readonly Moments _moments = new(time, RandomNumberGenerator.Fill);

    public GlossaryStore Glossaries => field ??= new(Reads, Writes, _moments);

    public GlossaryRemoval Removal => field ??= new(Reads, Writes, _moments);

    public TermStore Terms => field ??= new(Reads, Writes, _moments);

    public TermLists Lists => field ??= new(Reads, Glossaries);

    public ReviewStore Reviews => field ??= new(Reads, Writes, _moments);

    public LiveStore Live => field ??= new(Reads, Writes, _moments);

    public DueLists Due => field ??= new(Reads, Writes, _moments);

    private IAmazonDynamoDB Client => field ??= client();

    private TableReader Reads => field ??= new(Client, table, _backoff);

    private TableWriter Writes => field ??= new(Client, table, _backoff);
}
