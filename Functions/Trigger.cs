namespace Lexicon.Functions;

/// <summary>What makes a function run that nobody calls.</summary>
public abstract record Trigger;

/// <summary>An object was written to the images bucket, below a prefix.</summary>
/// <param name="Prefix">The beginning of its key.</param>
public sealed record ImageWritten(string Prefix) : Trigger;

/// <summary>A reader reported a term: it was published to the topic of reports, whose queue brings it.</summary>
public sealed record TermReported : Trigger;
