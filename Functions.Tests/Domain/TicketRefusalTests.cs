using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Tests.Domain;

public sealed class TicketRefusalTests
{
    private static readonly DateTimeOffset Given = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);
    private static readonly Ulid Id = Ulid.New(Given, bytes => bytes.Clear());
    private static readonly LiveTicket Ticket = new(Id, "reader", Given + LiveTicket.Life);

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    public void TicketInItsTime_IsGood(int seconds) => Assert.Null(TicketRefusal.Of(Id, Ticket, Given.AddSeconds(seconds)));

    [Fact]
    public void TicketAfterItsTime_SaysHowOldItIs() => Assert.Equal(
        new TicketRefusal("ticket-too-old", "The ticket was given 45 s ago, and a ticket is good for 30 s."),
        TicketRefusal.Of(Id, Ticket, Given.AddSeconds(45.9)));

    [Fact]
    public void TicketThatIsNotThere_InItsTime_WasUsedOrNeverGiven() => Assert.Equal(
        new TicketRefusal("ticket-not-there", "The ticket was used already, or never given: each is good for one connection."),
        TicketRefusal.Of(Id, null, Given.AddSeconds(3)));

    // The table may have removed it by then.
    [Fact]
    public void TicketThatIsNotThere_AfterItsTime_IsTooOldByItsOwnTime() =>
        Assert.Equal("ticket-too-old", TicketRefusal.Of(Id, null, Given.AddMinutes(5))?.Name);

    [Fact]
    public void TicketOfTheFuture_WasNeverGiven() =>
        Assert.Equal("ticket-not-there", TicketRefusal.Of(Id, null, Given.AddDays(-1))?.Name);
}
