namespace Lexicon.Functions.Store;

/// <summary>A secondary index of the table: its name and key attributes, all strings; every attribute projected.</summary>
public sealed record TableIndex(string Name, string PartitionKey, string SortKey);
