using System.Security.Cryptography;
using Amazon.DynamoDBv2;
using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Store;

/// <summary>The stores of one table, wired together.</summary>
internal sealed class Stores
{
    public Stores(IAmazonDynamoDB client, string table, TimeProvider clock)
    {
        var backoff = new Backoff(clock, Random.Shared.NextDouble);
        var moments = new Moments(clock, RandomNumberGenerator.Fill);
        var (reads, writes) = (new TableReader(client, table, backoff), new TableWriter(client, table, backoff));
        Glossaries = new(reads, writes, moments);
        Removal = new(reads, writes, moments);
        Terms = new(reads, writes, moments);
        Lists = new(reads, Glossaries);
        Reviews = new(reads, writes, moments);
        Due = new(reads, writes, moments);
    }

    public GlossaryStore Glossaries { get; }

    public GlossaryRemoval Removal { get; }

    public TermStore Terms { get; }

    public TermLists Lists { get; }

    public ReviewStore Reviews { get; }

    public DueLists Due { get; }
}
