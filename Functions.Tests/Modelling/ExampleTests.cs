using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Modelling;
using Lexicon.Functions.Tests.Modelling.Example;
using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Modelling;

/// <summary>The entity that Functions/Modelling/README.md declares, on a table.</summary>
public sealed class ExampleTests(TestTable database) : IClassFixture<TestTable>, IAsyncLifetime, IDisposable
{
    private const string Table = "Loans";
    private static readonly DateTimeOffset Today = new(2026, 11, 30, 10, 0, 0, TimeSpan.Zero);

    private static readonly Loan Emma = new("mr-knightley", "9780141439587", LoanState.Out, Today.AddDays(28), Revision.First(Today))
    {
        Shelf = new("Novels", 12),
    };

    private readonly Deadline _deadline = new(TimeProvider.System, TimeSpan.FromSeconds(30));
    private AmazonDynamoDBClient _client = null!;
    private LoanStore _loans = null!;

    public async Task InitializeAsync()
    {
        // A database of its own, by an access key that nobody else has.
        _client = new(TestTable.NewCredentials(), new AmazonDynamoDBConfig { ServiceURL = database.Endpoint.ToString() });
        await _client.CreateTableAsync(new CreateTableRequest
        {
            TableName = Table,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            AttributeDefinitions = [.. ((string[])["pk", "sk", "duePk", "dueSk"]).Select(name => new AttributeDefinition(name, "S"))],
            KeySchema = [new("pk", KeyType.HASH), new("sk", KeyType.RANGE)],
            GlobalSecondaryIndexes =
            [
                new()
                {
                    IndexName = LoanEntity.Due.Name,
                    KeySchema = [new("duePk", KeyType.HASH), new("dueSk", KeyType.RANGE)],
                    Projection = new() { ProjectionType = ProjectionType.ALL },
                },
            ],
        });
        var backoff = new Backoff(TimeProvider.System, Random.Shared.NextDouble);
        _loans = new(new(_client, Table, LoanEntity.Key, backoff), new(_client, Table, backoff));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _client.Dispose();
        _deadline.Dispose();
    }

    [Fact]
    public async Task ALoan_IsLentOnce_AndListedByReaderAndByTheTimeThatItIsDue()
    {
        Assert.True(await _loans.LendAsync(Emma, _deadline));
        Assert.False(await _loans.LendAsync(Emma, _deadline));

        Assert.Equal([Emma], await _loans.OfReaderAsync(Emma.Reader, _deadline));
        Assert.Equal([Emma], await _loans.DueAsync(Emma.DueAt.AddSeconds(1), _deadline));
        Assert.Empty(await _loans.DueAsync(Emma.DueAt, _deadline));
    }

    [Fact]
    public async Task ARenewal_OfAVersionThatIsNoLongerThere_ChangesNothing_NorDoesAFourthOne()
    {
        await _loans.LendAsync(Emma, _deadline);
        var loan = Emma;
        for (var week = 5; week <= 7; week++)
        {
            loan = (await _loans.RenewAsync(loan, Today.AddDays(7 * week), Today.AddMinutes(week), _deadline))!;
            Assert.Equal([loan], await _loans.OfReaderAsync(Emma.Reader, _deadline));
        }

        Assert.Null(await _loans.RenewAsync(Emma, Today.AddDays(99), Today, _deadline));
        Assert.Null(await _loans.RenewAsync(loan, Today.AddDays(99), Today, _deadline));
        Assert.Equal((3, 4, Today.AddDays(49)), (loan.Renewals, loan.Revision.Version, loan.DueAt));
        Assert.Equal([loan], await _loans.DueAsync(Today.AddDays(50), _deadline));
    }

    [Fact]
    public void ALoan_ThatWasWrittenBeforeThereWereRenewals_HasHadNone()
    {
        var item = LoanEntity.Entity.Write(Emma with { ForgottenAt = Today, State = LoanState.Returned });
        item.Remove("renewals");

        Assert.Equal("1796032800", item["forgottenAt"].N);
        Assert.DoesNotContain(LoanEntity.Due.PartitionKey, item.Keys);
        Assert.Equal((0, Today, LoanState.Returned), LoanEntity.Entity.Read(item) is var read
            ? (read.Renewals, read.ForgottenAt, read.State)
            : default);
    }

    [Theory]
    [InlineData("isbn", "978014143958X", "loan: A stored item's isbn is not 13 digits.")]
    [InlineData("state", "lost", "loan: A stored item's state is not `out` or `returned`.")]
    [InlineData(
        "shelf", "12", "loan: A stored item's shelf is not `room` (1 to 20 characters) and `number` (a whole number from 1 to 999).")]
    [InlineData("forgottenAt", "soon", "loan: A stored item's forgottenAt is not a time, in seconds since 1970.")]
    public void AnItemThatIsNoLoan_IsRefused(string attribute, string value, string message)
    {
        var item = LoanEntity.Entity.Write(Emma);
        item[attribute] = new(value);

        Assert.Equal(message, Assert.Throws<CorruptItemException>(() => LoanEntity.Entity.Read(item)).Message);
    }
}
