namespace Lexicon.Local.WebConsole.Map;

/// <summary>A way from one place to another.</summary>
/// <param name="From">The id of the place that begins.</param>
/// <param name="To">The id of the place that is called.</param>
/// <param name="Kind"><c>calls</c>, <c>grant</c> or <c>event</c>.</param>
/// <param name="Label">Why it is there: the actions of a grant, a method and its path.</param>
internal sealed record Way(string From, string To, string Kind, string Label);
