using Lexicon.Local.ApiGateway.Templates.Syntax;

namespace Lexicon.Local.ApiGateway.Templates.Values;

/// <summary>What <c>#define</c> sets: it is rendered whenever it is written.</summary>
internal sealed record DefinedBlock(Block Block);
