using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace Lexicon.Local.Tests.DynamoDb;

/// <summary>What a role may not do on AWS it may not do here.</summary>
[Collection(SharedEngine.Name)]
public sealed class AuthorizationTests(EngineFixture fixture)
{
    private const string Index = SampleTable.Arn + "/index/ByTag";

    [Fact]
    public async Task WrongSecret_IsRefused()
    {
        using var client = fixture.Running.Client(new BasicAWSCredentials("local", "wrong"));

        var failure = await Assert.ThrowsAsync<AmazonDynamoDBException>(() => client.ListTablesAsync());

        Assert.Equal("InvalidSignatureException", failure.ErrorCode);
    }

    [Fact]
    public async Task UnsignedRequest_MissesItsToken()
    {
        using var client = fixture.Running.Client(new AnonymousAWSCredentials());

        var failure = await Assert.ThrowsAsync<AmazonDynamoDBException>(() => client.ListTablesAsync());

        Assert.Equal("MissingAuthenticationTokenException", failure.ErrorCode);
    }

    [Fact]
    public async Task Role_MayWhatItsPolicyAllows()
    {
        using var client = fixture.Running.ClientOfRole("Allowed", Allow("dynamodb:GetItem", SampleTable.Arn));
        await fixture.PutAsync("allowed", "1", text: "seen");

        Assert.Equal("seen", (await client.GetItemAsync(SampleTable.Name, EngineFixture.Key("allowed", "1"))).Item["text"].S);
    }

    [Fact]
    public async Task Role_IsDeniedTheRest_InIamsWords()
    {
        using var client = fixture.Running.ClientOfRole("Denied", Allow("dynamodb:GetItem", SampleTable.Arn));

        var failure = await Assert.ThrowsAsync<AmazonDynamoDBException>(
            () => client.PutItemAsync(SampleTable.Name, EngineFixture.Key("denied", "1")));

        Assert.Equal("AccessDeniedException", failure.ErrorCode);
        Assert.Equal(
            "User: arn:aws:sts::123456789012:assumed-role/Denied/session is not authorized to perform: dynamodb:PutItem on resource: "
                + "arn:aws:dynamodb:us-east-1:123456789012:table/Notes because no identity-based policy allows the dynamodb:PutItem action",
            failure.Message);
        Assert.Null((await fixture.Root.GetItemAsync(SampleTable.Name, EngineFixture.Key("denied", "1"))).Item);
    }

    [Fact]
    public async Task Index_IsAResourceOfItsOwn()
    {
        using var client = fixture.Running.ClientOfRole("Indexed", Allow("dynamodb:Query", Index));

        Assert.Empty((await client.QueryAsync(ByTag("nothing"))).Items ?? []);
        await DeniedAsync(
            $"dynamodb:Query on resource: {SampleTable.Arn} because",
            () => client.QueryAsync(new QueryRequest(SampleTable.Name)
            {
                KeyConditionExpression = "pk = :v",
                ExpressionAttributeValues = new() { [":v"] = new("a") },
            }));
    }

    [Fact]
    public async Task Transaction_NeedsThePermissionOfEachOfItsParts()
    {
        using var client = fixture.Running.ClientOfRole("Transacting", Allow("dynamodb:PutItem", SampleTable.Arn));
        var put = new TransactWriteItem { Put = new Put { TableName = SampleTable.Name, Item = EngineFixture.Key("parts", "1") } };
        var check = new TransactWriteItem
        {
            ConditionCheck =
                new ConditionCheck
                {
                    TableName = SampleTable.Name,
                    Key = EngineFixture.Key("parts", "0"),
                    ConditionExpression = "attribute_not_exists(pk)",
                },
        };

        await client.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [put] });
        await DeniedAsync(
            "dynamodb:ConditionCheckItem on",
            () => client.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [put, check] }));
    }

    [Fact]
    public async Task Batch_NeedsItsOwnAction()
    {
        using var client = fixture.Running.ClientOfRole("Batching", Allow("dynamodb:PutItem", "*"));

        await DeniedAsync("dynamodb:BatchWriteItem on", () => client.BatchWriteItemAsync(new BatchWriteItemRequest(new()
        {
            [SampleTable.Name] = [new WriteRequest(new PutRequest(EngineFixture.Key("batch", "1")))],
        })));
    }

    [Fact]
    public async Task LeadingKeys_BoundTheItems()
    {
        using var client = fixture.Running.ClientOfRole("Leading", Allow(
            "dynamodb:*", "*", """{ "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": ["mine"] } }"""));
        await client.PutItemAsync(SampleTable.Name, EngineFixture.Key("mine", "1"));

        Assert.Single((await client.QueryAsync(ByKey("mine"))).Items);
        await DeniedAsync("dynamodb:Query on", () => client.QueryAsync(ByKey("yours")));
        await DeniedAsync("dynamodb:PutItem on", () => client.PutItemAsync(SampleTable.Name, EngineFixture.Key("yours", "1")));
        await DeniedAsync("dynamodb:BatchGetItem on", () => client.BatchGetItemAsync(new BatchGetItemRequest(new()
        {
            [SampleTable.Name] = new KeysAndAttributes { Keys = [EngineFixture.Key("mine", "1"), EngineFixture.Key("yours", "1")] },
        })));
        await DeniedAsync("dynamodb:Query on", () => client.QueryAsync(ByTag("mine-not")));
    }

    [Fact]
    public async Task LeadingKeys_BoundEachItemOfABatchAndOfATransaction()
    {
        using var client = fixture.Running.ClientOfRole("LeadingMany", Allow(
            "dynamodb:*", "*", """{ "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["MINE#*"] } }"""));
        var (mine, yours) = (EngineFixture.Key("MINE#1", "many"), EngineFixture.Key("YOURS#1", "many"));

        await client.TransactWriteItemsAsync(Transaction(Put(mine)));
        await client.BatchWriteItemAsync(Writes(new WriteRequest(new PutRequest(mine))));
        Assert.NotNull((await client.GetItemAsync(SampleTable.Name, mine)).Item);
        await DeniedAsync("dynamodb:GetItem on", () => client.GetItemAsync(SampleTable.Name, yours));
        await DeniedAsync("dynamodb:UpdateItem on", () => client.UpdateItemAsync(SampleTable.Name, yours, null));
        await DeniedAsync(
            "dynamodb:BatchWriteItem on",
            () => client.BatchWriteItemAsync(Writes(new(new PutRequest(mine)), new(new DeleteRequest(yours)))));
        await DeniedAsync("dynamodb:PutItem on", () => client.TransactWriteItemsAsync(Transaction(Put(mine), Put(yours))));
        await DeniedAsync(
            "dynamodb:ConditionCheckItem on",
            () => client.TransactWriteItemsAsync(Transaction(Put(mine), new TransactWriteItem
            {
                ConditionCheck = new() { TableName = SampleTable.Name, Key = yours, ConditionExpression = "attribute_not_exists(pk)" },
            })));
        await DeniedAsync("dynamodb:GetItem on", () => client.TransactGetItemsAsync(new TransactGetItemsRequest
        {
            TransactItems = [new() { Get = new() { TableName = SampleTable.Name, Key = yours } }],
        }));
        Assert.Null((await fixture.Root.GetItemAsync(SampleTable.Name, yours)).Item);
    }

    [Fact]
    public async Task LeadingKeys_OfAQueryOfAnIndex_AreTheIndexesOwn()
    {
        using var client = fixture.Running.ClientOfRole("LeadingIndex", Allow(
            "dynamodb:Query", Index, """{ "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": ["mine"] } }"""));

        Assert.Empty((await client.QueryAsync(ByTag("mine"))).Items ?? []);
        await DeniedAsync("dynamodb:Query on", () => client.QueryAsync(ByTag("yours")));
    }

    // IAM User Guide, "Set operators": ForAllValues holds for a request without the key, which is why a policy with leading keys
    // must not allow Scan.
    [Fact]
    public async Task LeadingKeys_DoNotBoundAScan_AsOnAws()
    {
        using var loose = fixture.Running.ClientOfRole("Scanning", Allow(
            "dynamodb:Scan", SampleTable.Arn, """{ "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": ["mine"] } }"""));
        using var strict = fixture.Running.ClientOfRole("ScanningStrictly", Allow(
            "dynamodb:Scan", SampleTable.Arn,
            """{ "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": ["mine"] }, "Null": { "dynamodb:LeadingKeys": "false" } }"""));

        await loose.ScanAsync(new ScanRequest(SampleTable.Name));
        await DeniedAsync("dynamodb:Scan on", () => strict.ScanAsync(new ScanRequest(SampleTable.Name)));
    }

    [Fact]
    public async Task Attributes_BoundWhatIsRead()
    {
        using var client = fixture.Running.ClientOfRole("Attributes", Allow(
            "dynamodb:GetItem", SampleTable.Arn,
            """
            {
              "ForAllValues:StringEquals": { "dynamodb:Attributes": ["pk", "sk", "tag"] },
              "StringEqualsIfExists": { "dynamodb:Select": "SPECIFIC_ATTRIBUTES" }
            }
            """));
        await fixture.PutAsync("attributes", "1", tag: "t");

        Assert.Equal("t", (await client.GetItemAsync(Projected("tag"))).Item["tag"].S);
        await DeniedAsync("dynamodb:GetItem on", () => client.GetItemAsync(Projected("tag, #t")));
        await DeniedAsync("dynamodb:GetItem on", () => client.GetItemAsync(SampleTable.Name, EngineFixture.Key("attributes", "1")));
    }

    [Fact]
    public async Task PartiQl_IsRefusedToRolesAndServedToRoot()
    {
        using var client = fixture.Running.ClientOfRole("PartiQl", Allow("*", "*"));
        var statement = new ExecuteStatementRequest { Statement = "SELECT * FROM \"Notes\" WHERE pk = 'partiql'" };

        await DeniedAsync("PartiQL (ExecuteStatement) is not authorized for roles here", () => client.ExecuteStatementAsync(statement));
        Assert.Empty((await fixture.Root.ExecuteStatementAsync(statement)).Items ?? []);
    }

    [Fact]
    public async Task TablesThemselves_AreNotTheRolesUnlessAllowed()
    {
        using var client = fixture.Running.ClientOfRole("Controlling", Allow("dynamodb:GetItem", "*"));

        await DeniedAsync($"dynamodb:DeleteTable on resource: {SampleTable.Arn}", () => client.DeleteTableAsync(SampleTable.Name));
        await DeniedAsync(
            "dynamodb:ListTables on resource: arn:aws:dynamodb:us-east-1:123456789012:table/*", () => client.ListTablesAsync());
    }

    private static TransactWriteItem Put(Dictionary<string, AttributeValue> item) =>
        new() { Put = new Put { TableName = SampleTable.Name, Item = item } };

    private static TransactWriteItemsRequest Transaction(params List<TransactWriteItem> items) => new() { TransactItems = items };

    private static BatchWriteItemRequest Writes(params List<WriteRequest> writes) => new(new() { [SampleTable.Name] = writes });

    private static async Task DeniedAsync(string words, Func<Task> request)
    {
        var failure = await Assert.ThrowsAsync<AmazonDynamoDBException>(request);
        Assert.Equal("AccessDeniedException", failure.ErrorCode);
        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
    }

    private static string Allow(string action, string resource, string condition = "{}") =>
        $$"""{ "Effect": "Allow", "Action": "{{action}}", "Resource": "{{resource}}", "Condition": {{condition}} }""";

    private static QueryRequest ByKey(string pk) => new(SampleTable.Name)
    {
        KeyConditionExpression = "#k = :pk",
        ExpressionAttributeNames = new() { ["#k"] = "pk" },
        ExpressionAttributeValues = new() { [":pk"] = new(pk) },
    };

    private static QueryRequest ByTag(string tag) => new(SampleTable.Name)
    {
        IndexName = "ByTag",
        KeyConditionExpression = "tag = :tag",
        ExpressionAttributeValues = new() { [":tag"] = new(tag) },
    };

    private static GetItemRequest Projected(string projection) => new(SampleTable.Name, EngineFixture.Key("attributes", "1"))
    {
        ProjectionExpression = projection,
        ExpressionAttributeNames = projection.Contains('#', StringComparison.Ordinal) ? new() { ["#t"] = "text" } : null,
    };
}
