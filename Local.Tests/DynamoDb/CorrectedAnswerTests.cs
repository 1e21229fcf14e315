using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Lexicon.Local.Tests.DynamoDb;

/// <summary>What DynamoDB Local answers otherwise than DynamoDB, as the official SDK gets it now.</summary>
[Collection(SharedEngine.Name)]
public sealed class CorrectedAnswerTests(EngineFixture fixture)
{
    private readonly IAmazonDynamoDB _root = fixture.Root;

    [Fact]
    public async Task Validation_ComesBeforeTheTable()
    {
        var refusal = await RefusedAsync<AmazonDynamoDBException>(() => _root.PutItemAsync("Nowhere", new() { ["a"] = new() { N = "x" } }));
        var missing = await RefusedAsync<ResourceNotFoundException>(() => _root.PutItemAsync("Nowhere", EngineFixture.Key("a", "b")));

        Assert.Equal("ValidationException", refusal.ErrorCode);
        Assert.Equal("The parameter cannot be converted to a numeric value: x", refusal.Message);
        Assert.Equal("Requested resource not found", missing.Message);
    }

    [Theory]
    [InlineData("SET a = :v", "a =", "Invalid ConditionExpression: Syntax error; token: \"<EOF>\", near: \"=\"")]
    [InlineData("SET a =", null, "Invalid UpdateExpression: Syntax error; token: \"<EOF>\", near: \"=\"")]
    [InlineData(
        "SET a = :w",
        null,
        "Invalid UpdateExpression: An expression attribute value used in expression is not defined; attribute value: :w")]
    [InlineData("SET a = :v", null, "Requested resource not found")]
    public async Task Expressions_AreReadBeforeTheTableIsLookedFor(string update, string? condition, string message)
    {
        var refusal = await Assert.ThrowsAnyAsync<AmazonDynamoDBException>(() => _root.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = "Nowhere",
            Key = EngineFixture.Key("a", "b"),
            UpdateExpression = update,
            ConditionExpression = condition,
            ExpressionAttributeValues = new() { [":v"] = new("v") },
        }));

        Assert.Equal(message, refusal.Message);
    }

    [Fact]
    public async Task ConditionOfAPut_IsReadBeforeTheTableIsLookedFor()
    {
        var refusal = await RefusedAsync<AmazonDynamoDBException>(() => _root.PutItemAsync(new PutItemRequest
        {
            TableName = "Nowhere",
            Item = EngineFixture.Key("a", "b"),
            ConditionExpression = "attribute_exists(#a)",
            ExpressionAttributeNames = new() { ["#b"] = "b" },
        }));

        Assert.Equal(
            "Invalid ConditionExpression: An expression attribute name used in the document path is not defined; attribute name: #a",
            refusal.Message);
    }

    [Fact]
    public async Task ItemThatDoesNotFitTheKeys_IsToldByName()
    {
        var missing = await RefusedAsync<AmazonDynamoDBException>(() => _root.PutItemAsync(SampleTable.Name, new() { ["pk"] = new("a") }));
        var mismatch = await RefusedAsync<AmazonDynamoDBException>(
            () => _root.PutItemAsync(SampleTable.Name, new() { ["pk"] = new() { N = "1" }, ["sk"] = new("b") }));
        var index = await RefusedAsync<AmazonDynamoDBException>(
            () => _root.PutItemAsync(SampleTable.Name, new(EngineFixture.Key("a", "b")) { ["tag"] = new() { N = "1" } }));
        var key = await RefusedAsync<AmazonDynamoDBException>(() => _root.GetItemAsync(SampleTable.Name, new() { ["pk"] = new("a") }));

        Assert.Equal("One or more parameter values were invalid: Missing the key sk in the item", missing.Message);
        Assert.Equal("One or more parameter values were invalid: Type mismatch for key pk expected: S actual: N", mismatch.Message);
        Assert.Equal(
            "One or more parameter values were invalid: Type mismatch for Index Key tag Expected: S Actual: N IndexName: ByTag",
            index.Message);
        Assert.Equal("The provided key element does not match the schema", key.Message);
    }

    [Theory]
    [InlineData(2049, 1, "One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes")]
    [InlineData(
        1, 1025, "One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 bytes")]
    public async Task KeyThatIsTooLarge_IsToldBySize(int partition, int sort, string message)
    {
        var refusal = await RefusedAsync<AmazonDynamoDBException>(
            () => _root.PutItemAsync(SampleTable.Name, EngineFixture.Key(new('a', partition), new('b', sort))));

        Assert.Equal(message, refusal.Message);
    }

    [Theory]
    [InlineData("sk = :a", "Query condition missed key schema element: pk")]
    [InlineData("pk = :a AND tag = :a", "Query condition missed key schema element: sk")]
    public async Task ConditionThatMissesTheKey_IsToldByName(string condition, string message)
    {
        var refusal = await RefusedAsync<AmazonDynamoDBException>(() => _root.QueryAsync(new QueryRequest(SampleTable.Name)
        {
            KeyConditionExpression = condition,
            ExpressionAttributeValues = new() { [":a"] = new("a") },
        }));

        Assert.Equal(message, refusal.Message);
    }

    [Fact]
    public async Task UpdateThatGivesAnIndexKeyAnotherType_IsRefused_AndOneOfANestedAttributeIsNot()
    {
        await _root.PutItemAsync(
            SampleTable.Name, new(EngineFixture.Key("index-key", "1")) { ["map"] = new() { M = new() { ["tag"] = new("a") } } });

        var refusal = await RefusedAsync<AmazonDynamoDBException>(() => UpdateAsync("SET tag = :number"));
        await UpdateAsync("SET map.tag = :number");

        Assert.Contains("attempted to update the secondary index key to unsupported type", refusal.Message, StringComparison.Ordinal);

        Task UpdateAsync(string expression) => _root.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = SampleTable.Name,
            Key = EngineFixture.Key("index-key", "1"),
            UpdateExpression = expression.Replace("map", "#map", StringComparison.Ordinal),
            ExpressionAttributeNames = expression.Contains("map", StringComparison.Ordinal) ? new() { ["#map"] = "map" } : null,
            ExpressionAttributeValues = new() { [":number"] = new() { N = "1" } },
        });
    }

    [Fact]
    public async Task StartingKeyThatDoesNotFit_IsInvalid()
    {
        var refusal = await RefusedAsync<AmazonDynamoDBException>(
            () => _root.ScanAsync(new ScanRequest(SampleTable.Name) { ExclusiveStartKey = new() { ["pk"] = new("a") } }));

        Assert.Equal("The provided starting key is invalid: The provided key element does not match the schema", refusal.Message);
    }

    [Fact]
    public async Task Transaction_WithAnItemThatIsTooLarge_IsRefusedBeforeItBegins()
    {
        var refusal = await RefusedAsync<AmazonDynamoDBException>(() => _root.TransactWriteItemsAsync(new()
        {
            TransactItems =
            [
                new() { Put = new() { TableName = SampleTable.Name, Item = EngineFixture.Key("large", "1") } },
                new() { Put = new() { TableName = SampleTable.Name, Item = new(
                    EngineFixture.Key("large", "2")) { ["text"] = new(new string('x', 410_000)) } } },
            ],
        }));

        Assert.Equal(("ValidationException", "Item size has exceeded the maximum allowed size"), (refusal.ErrorCode, refusal.Message));
    }

    [Fact]
    public async Task Transaction_WithAnItemThatDoesNotFit_IsCancelledForAReason()
    {
        var refusal = await RefusedAsync<TransactionCanceledException>(() => _root.TransactWriteItemsAsync(new()
        {
            TransactItems =
            [
                new() { Put = new() { TableName = SampleTable.Name, Item = EngineFixture.Key("fits", "1") } },
                new() { Put = new() { TableName = SampleTable.Name, Item = new() { ["pk"] = new("fits not") } } },
            ],
        }));

        Assert.Equal(
            "Transaction cancelled, please refer cancellation reasons for specific reasons [None, ValidationError]", refusal.Message);
        Assert.Equal(["None", "ValidationError"], refusal.CancellationReasons.Select(static reason => reason.Code));
        Assert.Equal("One or more parameter values were invalid: Missing the key sk in the item", refusal.CancellationReasons[1].Message);
    }

    [Fact]
    public async Task Transaction_WithAPathThatLeadsNowhere_IsCancelledForAReason()
    {
        var refusal = await RefusedAsync<TransactionCanceledException>(() => _root.TransactWriteItemsAsync(new()
        {
            TransactItems =
            [
                new() { Put = new() { TableName = SampleTable.Name, Item = EngineFixture.Key("path", "1") } },
                new()
                {
                    Update = new()
                    {
                        TableName = SampleTable.Name,
                        Key = EngineFixture.Key("path", "2"),
                        UpdateExpression = "SET a.b = :x",
                        ExpressionAttributeValues = new() { [":x"] = new("x") },
                    },
                },
            ],
        }));

        Assert.Equal(["None", "ValidationError"], refusal.CancellationReasons.Select(static reason => reason.Code));
    }

    [Fact]
    public async Task Insert_OfWhatIsThere_IsADuplicateItem()
    {
        await fixture.PutAsync("duplicate", "1");
        var statement = $"INSERT INTO \"{SampleTable.Name}\" VALUE {{'pk':'duplicate','sk':'1'}}";

        var single = await RefusedAsync<DuplicateItemException>(() => _root.ExecuteStatementAsync(new() { Statement = statement }));
        var transaction = await RefusedAsync<TransactionCanceledException>(
            () => _root.ExecuteTransactionAsync(new() { TransactStatements = [new() { Statement = statement }] }));

        Assert.Equal("Duplicate primary key exists in table", single.Message);
        Assert.Equal("DuplicateItem", Assert.Single(transaction.CancellationReasons).Code);
        Assert.EndsWith("[DuplicateItem]", transaction.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tags_ArePutListedAndRemoved()
    {
        await _root.TagResourceAsync(
            new() { ResourceArn = SampleTable.Arn, Tags = [new() { Key = "one", Value = "1" }, new() { Key = "two", Value = "2" }] });
        await _root.UntagResourceAsync(new() { ResourceArn = SampleTable.Arn, TagKeys = ["one", "three"] });

        var listed = await _root.ListTagsOfResourceAsync(new ListTagsOfResourceRequest { ResourceArn = SampleTable.Arn });
        var missing = await RefusedAsync<ResourceNotFoundException>(
            () => _root.ListTagsOfResourceAsync(new ListTagsOfResourceRequest { ResourceArn = $"{SampleTable.Arn}Other" }));

        Assert.Equal([("two", "2")], listed.Tags.Select(static tag => (tag.Key, tag.Value)));
        Assert.Contains("not found", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_ToATableWithLocalIndexes_TellItsCollections()
    {
        const string Table = "Collections";
        var created = await _root.CreateTableAsync(new CreateTableRequest
        {
            TableName = Table,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            KeySchema = [new("pk", KeyType.HASH), new("sk", KeyType.RANGE)],
            AttributeDefinitions = [
                new("pk", ScalarAttributeType.S), new("sk", ScalarAttributeType.S), new("other", ScalarAttributeType.S),
            ],
            LocalSecondaryIndexes =
            [
                new() { IndexName = "ByOther", KeySchema = [
                    new("pk", KeyType.HASH), new("other", KeyType.RANGE),
                ], Projection = new() { ProjectionType = ProjectionType.ALL } },
            ],
            Tags = [new() { Key = "from", Value = "creation" }],
        });

        var put =
            await _root.PutItemAsync(new()
            {
                TableName = Table,
                Item = EngineFixture.Key("a", "1"),
                ReturnItemCollectionMetrics = ReturnItemCollectionMetrics.SIZE,
            });
        var batch = await _root.BatchWriteItemAsync(new BatchWriteItemRequest
        {
            RequestItems = new()
            {
                [Table] = [
                new(new PutRequest(EngineFixture.Key("b", "1"))), new(new PutRequest(EngineFixture.Key("b", "2"))),
            ]
            },
            ReturnItemCollectionMetrics = ReturnItemCollectionMetrics.SIZE,
        });
        var tags = await _root.ListTagsOfResourceAsync(new ListTagsOfResourceRequest { ResourceArn = created.TableDescription.TableArn });
        var again = await RefusedAsync<ResourceInUseException>(() => _root.CreateTableAsync(new CreateTableRequest
        {
            TableName = Table,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            KeySchema = [new("pk", KeyType.HASH)],
            AttributeDefinitions = [new("pk", ScalarAttributeType.S)],
        }));
        var deleted = await _root.DeleteTableAsync(Table);

        Assert.Equal(TableStatus.CREATING, created.TableDescription.TableStatus);
        Assert.Equal("a", put.ItemCollectionMetrics.ItemCollectionKey["pk"].S);
        Assert.Equal([0.0, 1.0], put.ItemCollectionMetrics.SizeEstimateRangeGB);
        Assert.Equal("b", Assert.Single(batch.ItemCollectionMetrics[Table]).ItemCollectionKey["pk"].S);
        Assert.Equal("creation", Assert.Single(tags.Tags).Value);
        Assert.Equal($"Table already exists: {Table}", again.Message);
        Assert.Equal(TableStatus.DELETING, deleted.TableDescription.TableStatus);
    }

    private static Task<T> RefusedAsync<T>(Func<Task> action)
        where T : Exception => Assert.ThrowsAsync<T>(action);
}
