using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Lexicon.Local.DynamoDb.Requests;
using Lexicon.Local.DynamoDb.Responses;
using Lexicon.Local.DynamoDb.Schema;
using Microsoft.Extensions.Time.Testing;

namespace Lexicon.Local.Tests.DynamoDb;

/// <summary>PartiQL: what a statement does, what it costs and what is wrong with it.</summary>
[Collection(SharedEngine.Name)]
public sealed class StatementTests(EngineFixture fixture)
{
    private const string NotWellFormed = "Statement wasn't well formed, can't be processed: ";

    private readonly IAmazonDynamoDB _root = fixture.Root;

    [Theory]
    [InlineData("""select * from "My.Table" where pk = 'a'""", "SELECT", "My.Table")]
    [InlineData("""SELECT 'x from y', a FROM Notes WHERE pk = 'a'""", "SELECT", "Notes")]
    [InlineData("""INSERT INTO "Notes" VALUE {'pk': 'from here'}""", "INSERT", "Notes")]
    [InlineData("""UPDATE "Notes" SET a = 'from x' WHERE pk = 'a'""", "UPDATE", "Notes")]
    [InlineData("""DELETE FROM "Notes"."ByTag" WHERE pk = 'a'""", "DELETE", "Notes")]
    [InlineData("""EXISTS(SELECT * FROM "Notes" WHERE pk = 'a')""", "EXISTS", "Notes")]
    [InlineData("nonsense", "NONSENSE", null)]
    public void Statement_SaysWhatItDoesToWhichTable(string text, string verb, string? table)
    {
        var statement = Statement.Parse(text);

        Assert.Equal((verb, table), (statement.Verb, statement.Table));
    }

    [Theory]
    [InlineData("SLECT * FROM \"Notes\"", "Expected data manipulation")]
    [InlineData("SELECT * FROM \"Notes\" WHERE pk = 'a' foo", "Unexpected token after expression")]
    [InlineData("SELECT * FROM \"Notes", "")]
    [InlineData("SELECT * FROM \"Notes\" WHERE pk = 'a' /* note", "")]
    public async Task StatementThatCannotBeRead_IsToldWithItsReason(string statement, string reason)
    {
        var single = await RefusedAsync(() => _root.ExecuteStatementAsync(new() { Statement = statement }));
        var batch = await _root.BatchExecuteStatementAsync(
            new BatchExecuteStatementRequest { Statements = [new() { Statement = statement }] });

        Assert.Equal(NotWellFormed + reason, single.Message);
        Assert.Equal(NotWellFormed + reason, Assert.Single(batch.Responses).Error.Message);
    }

    [Fact]
    public async Task Index_IsToldInWordsOfPartiQL()
    {
        var missing = await RefusedAsync(() => _root.ExecuteStatementAsync(
            new() { Statement = "SELECT * FROM \"Notes\".\"Nowhere\" WHERE pk = 'a'" }));
        var consistent = await RefusedAsync(() => _root.ExecuteStatementAsync(
            new() { Statement = "SELECT * FROM \"Notes\".\"ByTag\" WHERE tag = 'a'", ConsistentRead = true }));
        var batch = await _root.BatchExecuteStatementAsync(
            new BatchExecuteStatementRequest { Statements = [new() { Statement = "SELECT * FROM \"Notes\" WHERE tag = 'a'" }] });

        Assert.Equal("The table does not have the specified index", missing.Message);
        Assert.Equal("Strongly consistent read is not supported on Global Secondary Indexes", consistent.Message);
        Assert.Equal(
            "Select statements within BatchExecuteStatement must specify the primary key in the where clause.",
            Assert.Single(batch.Responses).Error.Message);
    }

    [Fact]
    public async Task Capacity_OfStatements_IsReturnedWhereItIsAskedFor()
    {
        await fixture.PutAsync("statement", "1", new string('x', 5000));
        const string Select = "SELECT * FROM \"Notes\" WHERE pk = 'statement' AND sk = '1'";

        var eventual = await SelectAsync(false);
        var consistent = await SelectAsync(true);
        var batch = await _root.BatchExecuteStatementAsync(new BatchExecuteStatementRequest
        {
            Statements =
            [
                new() { Statement = Select },
                new() { Statement = Select.Replace("'1'", "'2'", StringComparison.Ordinal), ConsistentRead = true },
            ],
            ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
        });
        var transaction = await _root.ExecuteTransactionAsync(new()
        {
            TransactStatements = [new() { Statement = "UPDATE \"Notes\" SET text = 'b' WHERE pk = 'statement' AND sk = '1'" }],
            ReturnConsumedCapacity = ReturnConsumedCapacity.INDEXES,
        });

        Assert.Equal(("Notes", 1.0), (eventual.TableName, eventual.CapacityUnits));
        Assert.Equal(2.0, consistent.CapacityUnits);
        Assert.Equal([1.0, 1.0], batch.ConsumedCapacity.Select(static one => one.CapacityUnits!.Value));
        var written = Assert.Single(transaction.ConsumedCapacity);
        Assert.Equal((2.0, 2.0, 2.0), (written.CapacityUnits, written.WriteCapacityUnits, written.Table.CapacityUnits));
        Assert.Null(written.ReadCapacityUnits);

        async Task<ConsumedCapacity> SelectAsync(bool isConsistent) => (await _root.ExecuteStatementAsync(new()
        {
            Statement = Select,
            ConsistentRead = isConsistent,
            ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
        })).ConsumedCapacity;
    }

    [Fact]
    public async Task TransactionThatIsAskedForAgain_ReadsWhatItWrote()
    {
        await fixture.PutAsync("again", "1");
        var request = new ExecuteTransactionRequest
        {
            TransactStatements = [new() { Statement = "UPDATE \"Notes\" SET text = 'again' WHERE pk = 'again' AND sk = '1'" }],
            ClientRequestToken = "asked-for-again",
            ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
        };

        var first = Assert.Single((await _root.ExecuteTransactionAsync(request)).ConsumedCapacity);
        var second = Assert.Single((await _root.ExecuteTransactionAsync(request)).ConsumedCapacity);

        Assert.Equal((2.0, (double?)null), (first.WriteCapacityUnits, first.ReadCapacityUnits));
        Assert.Equal(((double?)null, 2.0), (second.WriteCapacityUnits, second.ReadCapacityUnits));
    }

    [Fact]
    public void TokenOfATransaction_IsForgottenAfterTenMinutes()
    {
        var time = new FakeTimeProvider();
        var transactions = new ReplayedTransactions(time);

        Assert.False(transactions.IsReplay("token"));
        Assert.False(transactions.IsReplay(null));
        Assert.True(transactions.IsReplay("token"));
        time.Advance(TimeSpan.FromMinutes(10));
        Assert.False(transactions.IsReplay("token"));
    }

    [Fact]
    public async Task Capacity_OfATransaction_IsTwiceThatOfItsWrites()
    {
        var written = await _root.TransactWriteItemsAsync(new()
        {
            TransactItems =
            [
                new() { Put = new() { TableName = SampleTable.Name, Item = new(
                    EngineFixture.Key("capacity", "1")) { ["text"] = new(new string('x', 1500)) } } },
                new() { Delete = new() { TableName = SampleTable.Name, Key = EngineFixture.Key("capacity", "nowhere") } },
            ],
            ReturnConsumedCapacity = ReturnConsumedCapacity.INDEXES,
        });
        var read = await _root.TransactGetItemsAsync(new()
        {
            TransactItems = [new() { Get = new() { TableName = SampleTable.Name, Key = EngineFixture.Key("capacity", "1") } }],
            ReturnConsumedCapacity = ReturnConsumedCapacity.INDEXES,
        });
        var put = await _root.TransactWriteItemsAsync(new()
        {
            TransactItems = [new() { Put = new() { TableName = SampleTable.Name, Item = new(
                EngineFixture.Key("capacity", "2")) { ["tag"] = new("a") } } }],
            ReturnConsumedCapacity = ReturnConsumedCapacity.INDEXES,
        });

        Assert.InRange(Assert.Single(written.ConsumedCapacity).CapacityUnits!.Value, 5, 6);
        Assert.Equal((2.0, 2.0), (read.ConsumedCapacity[0].ReadCapacityUnits, read.ConsumedCapacity[0].Table.ReadCapacityUnits));
        Assert.Equal((4.0, 2.0), (put.ConsumedCapacity[0].CapacityUnits, put.ConsumedCapacity[0].Table.CapacityUnits));
        Assert.Equal(2.0, put.ConsumedCapacity[0].GlobalSecondaryIndexes["ByTag"].WriteCapacityUnits);
    }

    [Fact]
    public async Task Capacity_OfABatch_CountsWhatIsNotFound()
    {
        await fixture.PutAsync("batch-capacity", "1");

        var read = await _root.BatchGetItemAsync(new BatchGetItemRequest
        {
            RequestItems = new()
            {
                [SampleTable.Name] = new()
                {
                    Keys = [EngineFixture.Key("batch-capacity", "1"), EngineFixture.Key("batch-capacity", "2")],
                    ConsistentRead = true,
                },
            },
            ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
        });

        Assert.Equal(2.0, Assert.Single(read.ConsumedCapacity).CapacityUnits);
    }

    [Fact]
    public async Task Capacity_OfADeletionThatFindsNothing_IsReturnedOnlyWhereItIsAskedFor()
    {
        var silent = await DeleteAsync(null);
        var asked = await DeleteAsync(ReturnConsumedCapacity.TOTAL);

        Assert.Null(silent.ConsumedCapacity);
        Assert.Equal(1.0, asked.ConsumedCapacity.CapacityUnits);

        Task<DeleteItemResponse> DeleteAsync(ReturnConsumedCapacity? capacity) => _root.DeleteItemAsync(new()
        {
            TableName = SampleTable.Name,
            Key = EngineFixture.Key("capacity", "never"),
            ReturnValues = ReturnValue.ALL_OLD,
            ReturnConsumedCapacity = capacity,
        });
    }

    [Theory]
    [InlineData("""{"pk":{"S":"a"}}""", 3)]
    [InlineData("""{"n":{"N":"-12.5"}}""", 4)]
    [InlineData("""{"b":{"B":"AAAA"},"t":{"BOOL":true},"z":{"NULL":true}}""", 8)]
    [InlineData("""{"l":{"L":[{"S":"ab"}]},"m":{"M":{"k":{"N":"1"}}}}""", 15)]
    [InlineData("""{"s":{"SS":["a","bc"]},"n":{"NS":["1"]}}""", 7)]
    public void Size_OfAnItem_IsThatOfItsNamesAndValues(string item, int bytes) =>
        Assert.Equal(bytes, ItemSize.Of(JsonNode.Parse(item)!.AsObject()));

    [Fact]
    public void Capacity_IsNotAskedFor_WhereNothingSaysSo() => Assert.False(
        StatementCapacity.Asked("ExecuteStatement", JsonDocument.Parse("""{"ReturnConsumedCapacity":"NONE"}""").RootElement));

    private static Task<AmazonDynamoDBException> RefusedAsync(Func<Task> action) => Assert.ThrowsAnyAsync<AmazonDynamoDBException>(action);
}
