using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Lexicon.Local.DynamoDb.Schema;

namespace Lexicon.Local.Tests.DynamoDb;

/// <summary>What a table is given that changes nothing in the engine: it is kept and described again.</summary>
[Collection(SharedEngine.Name)]
public sealed class TableSettingsTests(EngineFixture fixture)
{
    private readonly IAmazonDynamoDB _root = fixture.Root;

    [Fact]
    public async Task Settings_OfATable_AreDescribedUntilItIsDeleted()
    {
        const string Name = "WithSettings";
        var created = await _root.CreateTableAsync(Table(Name, table =>
        {
            table.TableClass = TableClass.STANDARD_INFREQUENT_ACCESS;
            table.SSESpecification = new() { Enabled = true };
            table.OnDemandThroughput = new() { MaxReadRequestUnits = 10, MaxWriteRequestUnits = 5 };
        }));
        var updated = await _root.UpdateTableAsync(new UpdateTableRequest
        {
            TableName = Name,
            TableClass = TableClass.STANDARD,
            OnDemandThroughput = new() { MaxReadRequestUnits = 20, MaxWriteRequestUnits = -1 },
        });
        var described = (await _root.DescribeTableAsync(Name)).Table;
        await _root.DeleteTableAsync(Name);
        await _root.CreateTableAsync(Table(Name, static _ => { }));
        var again = (await _root.DescribeTableAsync(Name)).Table;
        await _root.DeleteTableAsync(Name);

        Assert.Equal(TableClass.STANDARD_INFREQUENT_ACCESS, created.TableDescription.TableClassSummary.TableClass);
        Assert.Equal((10, 5), Units(created.TableDescription));
        Assert.Equal(TableStatus.UPDATING, updated.TableDescription.TableStatus);
        Assert.Equal(TableClass.STANDARD, described.TableClassSummary.TableClass);
        Assert.NotNull(described.TableClassSummary.LastUpdateDateTime);
        Assert.Equal(20, described.OnDemandThroughput.MaxReadRequestUnits);
        Assert.Null(described.OnDemandThroughput.MaxWriteRequestUnits);
        Assert.Equal((SSEStatus.ENABLED, SSEType.KMS), (described.SSEDescription.Status, described.SSEDescription.SSEType));
        Assert.StartsWith("arn:aws:kms:us-east-1:123456789012:key/", described.SSEDescription.KMSMasterKeyArn, StringComparison.Ordinal);
        Assert.Null(again.TableClassSummary);
        Assert.Null(again.SSEDescription);
        Assert.Null(again.OnDemandThroughput);
    }

    [Fact]
    public async Task SettingOfATableThatIsMissing_IsNotFound()
    {
        var refusal = await Assert.ThrowsAsync<ResourceNotFoundException>(
            () => _root.UpdateTableAsync(new UpdateTableRequest { TableName = "Nowhere", TableClass = TableClass.STANDARD }));

        Assert.Equal("Requested resource not found: Table: Nowhere not found", refusal.Message);
    }

    [Fact]
    public async Task Throughput_OfATableThatIsPaidForByRequest_IsRefused()
    {
        var refusal = await Assert.ThrowsAsync<AmazonDynamoDBException>(() => _root.UpdateTableAsync(new UpdateTableRequest
        {
            TableName = SampleTable.Name,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            ProvisionedThroughput = new(1, 1),
        }));

        Assert.Equal(
            "One or more parameter values were invalid: Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode "
                + "is PAY_PER_REQUEST",
            refusal.Message);
    }

    [Fact]
    public async Task Policy_ThatIsPut_CountsUntilItIsDeleted()
    {
        const string Name = "WithPolicy";
        var arn = (await _root.CreateTableAsync(Table(Name, static _ => { }))).TableDescription.TableArn;
        var reader = fixture.Running.ClientOfRole("reader-of-policy", """{ "Effect": "Allow", "Action": "dynamodb:*", "Resource": "*" }""");
        var none = await Assert.ThrowsAsync<PolicyNotFoundException>(() => GetAsync());

        var put = await _root.PutResourcePolicyAsync(new()
        {
            ResourceArn = arn,
            Policy = $$"""
                {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"dynamodb:GetItem","Resource":"{{arn}}"}]}
                """,
        });
        var got = await GetAsync();
        var denied = await Assert.ThrowsAsync<AmazonDynamoDBException>(ReadAsync);
        await _root.DeleteResourcePolicyAsync(new() { ResourceArn = arn });
        await ReadAsync();
        await Assert.ThrowsAsync<PolicyNotFoundException>(() => GetAsync());
        await _root.DeleteTableAsync(Name);

        Assert.Equal("PolicyNotFoundException", none.ErrorCode);
        Assert.Equal(put.RevisionId, got.RevisionId);
        Assert.Contains("dynamodb:GetItem", got.Policy, StringComparison.Ordinal);
        Assert.Equal("AccessDeniedException", denied.ErrorCode);

        Task<GetResourcePolicyResponse> GetAsync() => _root.GetResourcePolicyAsync(new() { ResourceArn = arn });

        Task ReadAsync() => reader.GetItemAsync(Name, new() { ["pk"] = new("a") });
    }

    [Fact]
    public async Task TableOfAnotherAccount_IsDenied()
    {
        const string Foreign = "arn:aws:dynamodb:us-east-1:000000000000:table/Notes";

        var tags = await Assert.ThrowsAsync<AmazonDynamoDBException>(
            () => _root.ListTagsOfResourceAsync(new ListTagsOfResourceRequest { ResourceArn = Foreign }));
        var item = await Assert.ThrowsAsync<AmazonDynamoDBException>(() => _root.GetItemAsync(Foreign, EngineFixture.Key("a", "b")));

        Assert.Equal("AccessDeniedException", tags.ErrorCode);
        Assert.Equal(
            $"User: arn:aws:iam::123456789012:root is not authorized to perform: dynamodb:GetItem on resource: {Foreign} because no "
                + "resource-based policy allows the dynamodb:GetItem action",
            item.Message);
    }

    [Fact]
    public async Task Endpoint_IsTheOneThatIsAsked()
    {
        var described = await _root.DescribeEndpointsAsync(new());

        var endpoint = Assert.Single(described.Endpoints);
        Assert.Equal(fixture.Running.Address.Authority, endpoint.Address);
        Assert.Equal(1440, endpoint.CachePeriodInMinutes);
    }

    [Fact]
    public void Settings_SurviveTheProcess()
    {
        var folder = TemporaryFolder.Create();
        var request = JsonDocument.Parse("""{"TableClass":"STANDARD","SSESpecification":{"Enabled":true,"KMSMasterKeyId":"a-key"}}""");
        new SettingsOfTables(folder, TimeProvider.System).Remember("Tab", "CreateTable", request.RootElement);

        var table = new JsonObject { ["TableName"] = "Tab" };
        new SettingsOfTables(folder, TimeProvider.System).Describe(new JsonObject { ["Table"] = table });
        Directory.Delete(folder, recursive: true);

        Assert.Equal("""{"TableClass":"STANDARD"}""", table["TableClassSummary"]!.ToJsonString());
        Assert.Equal("arn:aws:kms:us-east-1:123456789012:key/a-key", (string?)table["SSEDescription"]!["KMSMasterKeyArn"]);
    }

    private static (long? Read, long? Write) Units(TableDescription table) =>
        (table.OnDemandThroughput.MaxReadRequestUnits, table.OnDemandThroughput.MaxWriteRequestUnits);

    private static CreateTableRequest Table(string name, Action<CreateTableRequest> change)
    {
        var request = new CreateTableRequest
        {
            TableName = name,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            KeySchema = [new("pk", KeyType.HASH)],
            AttributeDefinitions = [new("pk", ScalarAttributeType.S)],
        };
        change(request);
        return request;
    }
}
