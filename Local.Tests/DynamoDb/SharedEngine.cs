namespace Lexicon.Local.Tests.DynamoDb;

/// <summary>The tests that share one engine.</summary>
[CollectionDefinition(Name)]
public sealed class SharedEngine : ICollectionFixture<EngineFixture>
{
    public const string Name = "DynamoDB Local";
}
