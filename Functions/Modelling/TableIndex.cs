namespace Lexicon.Functions.Modelling;

/// <summary>A secondary index of a table: its name and key attributes, all strings; every attribute projected.</summary>
internal sealed record TableIndex(string Name, string PartitionKey, string SortKey);
