namespace Lexicon.Functions.Domain;

/// <summary>What may be absent, where the absence is a success.</summary>
internal readonly record struct Optional<T>(T? Value)
    where T : class;
