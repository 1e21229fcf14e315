using Lexicon.Functions.Modelling;

namespace Lexicon.Functions.Tests.Modelling.Example;

internal static class LoanEntity
{
    public static readonly PrimaryKey Key = new("pk", "sk");

    /// <summary>The books that are out, by the time that they are due.</summary>
    public static readonly TableIndex Due = new("Due", "duePk", "dueSk");

    public static readonly Field<Loan, string> Reader = new("reader", Codecs.Text(40), loan => loan.Reader);

    public static readonly Field<Loan, string> Isbn = new(
        "isbn",
        Codecs.Text(13, 13).Where("13 digits", isbn => isbn.All(char.IsAsciiDigit)),
        loan => loan.Isbn);

    public static readonly Field<Loan, LoanState> State =
        new("state", Codecs.Word((LoanState.Out, "out"), (LoanState.Returned, "returned")), loan => loan.State);

    public static readonly Field<Loan, DateTimeOffset> DueAt = new("dueAt", Codecs.Time, loan => loan.DueAt);

    // Loans that were written before there were renewals have had none.
    public static readonly Field<Loan, long> Renewals =
        new("renewals", Codecs.Number(0, 3), loan => loan.Renewals) { Default = () => 0 };

    public static readonly Field<Loan, Shelf> Shelf = new("shelf", ShelfCodec(), loan => loan.Shelf) { IsRequired = false };

    // The table's time to live.
    public static readonly Field<Loan, DateTimeOffset?> ForgottenAt =
        new("forgottenAt", Codecs.Seconds.Optional(), loan => loan.ForgottenAt) { IsRequired = false };

    public static readonly RevisionFields<Loan> Revision = new(loan => loan.Revision);

    public static Entity<Loan> Entity { get; } = new()
    {
        Name = "loan",
        Purpose = "a book that a reader has at home",
        Keys =
        [
            new(null, "READER#<reader>", "LOAN#<isbn>"),
            new(Due.Name, "OUT", "<dueAt>#<isbn>") { While = "while it is out" },
        ],
        KeyOf = loan => loan.State is LoanState.Out ? KeyOf(loan).With(DueKeyOf(loan)) : KeyOf(loan),
        Fields = [Reader, Isbn, State, DueAt, Renewals, Shelf, ForgottenAt, .. Revision.All],
        Version = Revision.Version,
        Make = item => new(Reader.Read(item), Isbn.Read(item), State.Read(item), DueAt.Read(item), Revision.Read(item))
        {
            Renewals = Renewals.Read(item),
            Shelf = Shelf.ReadOrDefault(item),
            ForgottenAt = ForgottenAt.ReadOrDefault(item),
        },
    };

    public static Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue> KeyOf(Loan loan) =>
        Key.Of($"READER#{loan.Reader}", $"LOAN#{loan.Isbn}");

    private static Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue> DueKeyOf(Loan loan) => new()
    {
        [Due.PartitionKey] = new("OUT"),
        [Due.SortKey] = new($"{Codecs.Time.Write(loan.DueAt).S}#{loan.Isbn}"),
    };

    private static Codec<Shelf> ShelfCodec()
    {
        Field<Shelf, string> room = new("room", Codecs.Text(20), shelf => shelf.Room);
        Field<Shelf, long> number = new("number", Codecs.Number(1, 999), shelf => shelf.Number);
        return Codecs.Map<Shelf>([room, number], item => new(room.Read(item), number.Read(item)));
    }
}
