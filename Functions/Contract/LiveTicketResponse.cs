namespace Lexicon.Functions.Contract;

/// <summary>A ticket to connect to the live updates.</summary>
/// <param name="Ticket">The ticket: the query parameter <c>ticket</c> of the WebSocket's address, good for one connection.</param>
/// <param name="ExpiresAt">When it is over.</param>
public sealed record LiveTicketResponse(string Ticket, DateTime ExpiresAt);
